// An officer's seed never leaves the browser: only its hash is put into the form.
import { sha256 } from "./draw.js";

const seed = document.getElementById("in-seed");
const hash = document.querySelector("input[name=committed]");
// One way of writing for everybody, the same as rules.seeds.plain: the seed is told later sign by sign.
const plain = (text) => text.normalize("NFKC").replace(/\s+/g, " ").trim().replaceAll("|", "/");

function write() {
  const text = plain(seed.value);
  hash.value = text.length >= 16 ? sha256(text) : "";
}

seed.addEventListener("input", write);
seed.addEventListener("change", () => {
  seed.value = plain(seed.value);
  write();
});
document.getElementById("in-make").addEventListener("click", () => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  seed.value = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  write();
  seed.select();
});
