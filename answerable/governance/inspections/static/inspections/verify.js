// The page on which anyone recomputes a draw: the file is read here and goes nowhere.
import { faults } from "./draw.js";

const verdict = document.getElementById("in-verdict");
const words = document.getElementById("in-faults").content;

function show(tone, text, list = []) {
  verdict.replaceChildren();
  const box = document.createElement("div");
  box.className = `an-message an-message-${tone}`;
  box.textContent = text;
  for (const key of list) {
    const line = document.createElement("div");
    line.textContent = `✗ ${words.querySelector(`[data-fault="${key}"]`)?.textContent ?? key}`;
    box.append(line);
  }
  verdict.append(box);
}

const bundle = document.getElementById("in-bundle");

// The same file, changed on disk and chosen again, is a new file: a browser tells of it only when the field was empty.
bundle.addEventListener("click", () => {
  bundle.value = "";
});

bundle.addEventListener("change", async () => {
  const file = bundle.files[0];
  verdict.replaceChildren();
  if (!file) return;
  try {
    const found = faults(JSON.parse(await file.text()));
    if (found.length) show("error", verdict.dataset.wrong, found);
    else show("success", `✓ ${verdict.dataset.ok}`);
  } catch {
    show("error", verdict.dataset.none);
  }
});
