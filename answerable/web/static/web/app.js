// The shell's few behaviours. Every page works without them.
import { drawCharts } from "./charts.js";
import { keepDrafts } from "./drafts.js";
import { nameCells } from "./tables.js";

const inField = (target) => target.closest("input, textarea, select, [contenteditable]");

function theme() {
  const button = document.querySelector("[data-an-theme]");
  if (!button) return;
  const say = () => {
    const word = button.dataset[document.documentElement.dataset.anColours];
    button.title = word;
    button.querySelector("[data-an-word]").textContent = word;
  };
  say();
  button.addEventListener("click", () => {
    window.anTheme.next();
    say();
    drawCharts(document, true);
  });
}

function keys() {
  const list = document.getElementById("an-keys");
  document.querySelector("[data-an-keys]")?.addEventListener("click", () => list.showModal());
  document.addEventListener("keydown", (event) => {
    if (inField(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "/") {
      event.preventDefault();
      document.getElementById("an-search")?.focus();
    } else if (event.key === "?") {
      list?.showModal();
    } else if (event.key === "j" || event.key === "k") {
      step(event.key === "j" ? 1 : -1);
    }
  });
}

const rows = () => [...document.querySelectorAll("[data-an-open]")];

function step(by) {
  const all = rows();
  if (!all.length) return;
  const at = all.indexOf(document.activeElement.closest("[data-an-open]"));
  all[Math.min(Math.max(at + by, 0), all.length - 1)].focus();
}

function opening(root) {
  for (const row of root.querySelectorAll("[data-an-open]")) {
    if (row.tabIndex < 0) row.tabIndex = 0;
    row.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && event.target === row) location.assign(row.dataset.anOpen);
    });
    row.addEventListener("dblclick", () => location.assign(row.dataset.anOpen));
  }
}

function selecting(root) {
  for (const group of root.querySelectorAll("[data-an-select]")) {
    let last = null;
    group.addEventListener("click", (event) => {
      const box = event.target.closest("input[type=checkbox]");
      if (!box) return;
      const all = [...group.querySelectorAll("input[type=checkbox]")];
      if (event.shiftKey && last) {
        const [from, to] = [all.indexOf(last), all.indexOf(box)].sort((a, b) => a - b);
        for (const between of all.slice(from, to + 1)) between.checked = box.checked;
      }
      last = box;
    });
  }
}

// An answer that refuses may name its own place (see AnticipatedMiddleware); any other error says so on top of the page.
function refusals() {
  const place = () => document.getElementById("an-refusal");
  const tell = (name) => {
    const told = place()?.querySelector(`template[data-an-told="${name}"]`) ?? document.querySelector(`template[data-an-told="${name}"]`);
    if (told) place().replaceChildren(told.content.cloneNode(true));
  };
  document.addEventListener("htmx:beforeSwap", (event) => {
    const { xhr } = event.detail;
    if (xhr.status < 400) return;
    if (xhr.getResponseHeader("HX-Retarget")) {
      event.detail.shouldSwap = true;
      event.detail.isError = false;
    } else tell("broken");
  });
  document.addEventListener("htmx:sendError", () => tell("away"));
}

// A part of a page that takes longer than 300 ms to come says so, to eyes and to screen readers.
function waiting() {
  const timers = new WeakMap();
  document.addEventListener("htmx:beforeSend", ({ detail: { target } }) => {
    timers.set(target, setTimeout(() => target.setAttribute("aria-busy", "true"), 300));
  });
  document.addEventListener("htmx:afterRequest", ({ detail: { target } }) => {
    clearTimeout(timers.get(target));
    target.removeAttribute("aria-busy");
  });
}

function menus() {
  document.addEventListener("click", (event) => {
    for (const open of document.querySelectorAll("details.dropdown[open]")) if (!open.contains(event.target)) open.open = false;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const open of document.querySelectorAll("details.dropdown[open]")) {
      open.open = false;
      open.querySelector("summary").focus();
    }
  });
  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-an-submit]")) event.target.form.requestSubmit();
  });
}

// On a phone the tabs scroll: the one that is shown is brought into sight, and nothing else moves.
function tabs(root) {
  for (const here of root.querySelectorAll(".an-tabs [aria-current]")) {
    const row = here.parentElement;
    row.scrollLeft = here.offsetLeft - row.offsetLeft - (row.clientWidth - here.offsetWidth) / 2;
  }
}

function wake(root) {
  tabs(root);
  opening(root);
  selecting(root);
  keepDrafts(root);
  nameCells(root);
  drawCharts(root);
}

theme();
keys();
menus();
refusals();
waiting();
wake(document);
document.addEventListener("htmx:afterSettle", (event) => wake(event.target));
