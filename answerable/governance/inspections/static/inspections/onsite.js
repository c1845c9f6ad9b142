// The sheet of a visit, on a phone, with or without a connection. Each answer is written into this browser first and
// sent then; what could not be sent is sent again under the same key, so that nothing is lost and nothing written twice.
const sheet = document.querySelector("[data-in-sheet]");
const PLACE = `in-sheet:${sheet.dataset.inSheet}`;
const WAIT_MS = 500;
const AGAIN_MS = 4000;
const FIELDS = ["verdict", "note", "way", "link", "collected_on"];

const status = sheet.querySelector("[data-in-status]");
const finish = sheet.querySelector("[data-in-finish]");
const forms = new Map([...sheet.querySelectorAll("[data-in-question]")].map((form) => [form.dataset.inQuestion, form]));
const kept = () => JSON.parse(localStorage.getItem(PLACE) ?? "{}");
const keep = (drafts) => localStorage.setItem(PLACE, JSON.stringify(drafts));
const newKey = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

let sending = false;
let timer;

function say(tone, text) {
  status.dataset.tone = tone;
  status.textContent = text;
}

function word(form, text, tone = "") {
  const place = form.querySelector("[data-in-word]");
  place.textContent = text;
  place.dataset.tone = tone;
}

function waits() {
  const drafts = Object.values(kept());
  finish.classList.toggle("disabled", drafts.length > 0);
  finish.setAttribute("aria-disabled", String(drafts.length > 0));
  return drafts.length;
}

function write(question) {
  const form = forms.get(question);
  const typed = new FormData(form);
  const drafts = kept();
  const answer = Object.fromEntries(FIELDS.map((name) => [name, typed.get(name) ?? ""]));
  drafts[question] = { ...answer, question, seen: form.elements.seen.value, key: newKey() };
  keep(drafts);
  word(form, answer.verdict ? sheet.dataset.inKept : sheet.dataset.inChoose);
  waits();
}

function put() {
  for (const [question, draft] of Object.entries(kept())) {
    const form = forms.get(question);
    if (!form) continue;
    for (const name of FIELDS) {
      if (name === "verdict") for (const radio of form.elements.verdict) radio.checked = radio.value === draft.verdict;
      else form.elements[name].value = draft[name];
    }
    word(form, sheet.dataset.inKept);
  }
}

function taken(draft, edition) {
  const form = forms.get(draft.question);
  form.elements.seen.value = edition;
  const drafts = kept();
  const now = drafts[draft.question];
  // Typed on while it was under way: the rest goes out next, on the edition that has just been written.
  if (now && now.key !== draft.key) now.seen = String(edition);
  else delete drafts[draft.question];
  keep(drafts);
  if (!drafts[draft.question]) word(form, sheet.dataset.inSaved);
}

async function sendOne(draft) {
  const form = forms.get(draft.question);
  const answer = await fetch(sheet.dataset.inTo, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRFToken": form.elements.csrfmiddlewaretoken.value },
    body: JSON.stringify(draft),
    redirect: "manual",
  });
  if (answer.ok) return taken(draft, (await answer.json()).edition);
  if (answer.status >= 500) throw new Error(String(answer.status));
  const isOurs = answer.headers.get("Content-Type")?.startsWith("application/json");
  const sentence = isOurs ? (await answer.json()).sentence : sheet.dataset.inAgain;
  // Somebody else has answered meanwhile, and this page shows it: both notes stand there, and the person decides.
  if (answer.status === 409 && Number(draft.seen) < Number(form.elements.seen.value)) {
    form.elements.note.value = [...new Set([form.elements.note.defaultValue, draft.note])].filter(Boolean).join("\n");
  }
  word(form, sentence, "late");
  say("late", sentence);
  return "stuck";
}

async function send() {
  clearTimeout(timer);
  if (sending) return;
  sending = true;
  let stuck = false;
  try {
    for (;;) {
      const ready = Object.values(kept()).filter((draft) => draft.verdict && !draft.stuck && forms.has(draft.question));
      if (!ready.length) break;
      if ((await sendOne(ready[0])) === "stuck") {
        const drafts = kept();
        if (drafts[ready[0].question]?.key === ready[0].key) drafts[ready[0].question].stuck = true;
        keep(drafts);
        stuck = true;
      }
    }
    if (!waits()) say("ok", sheet.dataset.inAll);
    else if (!stuck && Object.values(kept()).some((draft) => !draft.stuck)) say("wait", sheet.dataset.inChoose);
  } catch {
    say("wait", sheet.dataset.inWaits);
    timer = setTimeout(send, AGAIN_MS);
  } finally {
    sending = false;
    waits();
  }
}

const typing = new Map();
for (const [question, form] of forms) {
  form.addEventListener("input", (event) => {
    if (event.target.type === "file") return;
    write(question);
    clearTimeout(typing.get(question));
    typing.set(question, setTimeout(send, event.target.type === "radio" ? 0 : WAIT_MS));
  });
  form.addEventListener("submit", (event) => {
    // A file goes the plain way; everything else is on its way already.
    if (form.elements.file.files.length) return;
    event.preventDefault();
    write(question);
    send();
  });
}
finish.addEventListener("click", (event) => {
  if (waits()) event.preventDefault();
});
addEventListener("online", send);

// A page loaded anew tries once more what was refused before: the person has read why.
const drafts = kept();
for (const draft of Object.values(drafts)) {
  delete draft.stuck;
  const form = forms.get(draft.question);
  if (form && Number(draft.seen) < Number(form.elements.seen.value)) word(form, sheet.dataset.inKept);
}
keep(drafts);
put();
if (waits()) send();
