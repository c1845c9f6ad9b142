// What is typed into a form with data-an-keep="name" survives an error, a sign-out and a closed window. It stays in this
// browser, is put back into fields that are empty, and is forgotten once the form was taken.
const KEPT = "an-keep:";
const SENT = "an-sent";
const LEFT_OUT = ["password", "file", "hidden", "checkbox", "radio", "submit", "button"];
const WAIT_MS = 800;

const fields = (form) => [...form.elements].filter((field) => field.name && !LEFT_OUT.includes(field.type));

function write(form) {
  const typed = Object.fromEntries(fields(form).filter((field) => field.value !== field.dataset.anWas).map((field) => [field.name, field.value]));
  localStorage.setItem(KEPT + form.dataset.anKeep, JSON.stringify(typed));
}

function put(form) {
  const kept = JSON.parse(localStorage.getItem(KEPT + form.dataset.anKeep) ?? "{}");
  for (const field of fields(form)) {
    field.dataset.anWas = field.value;
    if (!field.value && kept[field.name]) field.value = kept[field.name];
  }
}

function forgetSent() {
  const sent = sessionStorage.getItem(SENT);
  // Signed in, no error page, and the form is not shown again: it was taken.
  const taken = document.querySelector(".an-rail") && !document.querySelector(".an-told");
  if (!sent || !taken) return;
  if (![...document.querySelectorAll("form[data-an-keep]")].some((form) => form.dataset.anKeep === sent)) localStorage.removeItem(KEPT + sent);
  sessionStorage.removeItem(SENT);
}

export function keepDrafts(root) {
  if (root === document) forgetSent();
  for (const form of root.querySelectorAll("form[data-an-keep]")) {
    put(form);
    let waiting;
    form.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => write(form), WAIT_MS);
    });
    form.addEventListener("submit", () => {
      clearTimeout(waiting);
      write(form);
      sessionStorage.setItem(SENT, form.dataset.anKeep);
    });
  }
}
