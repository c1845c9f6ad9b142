// The shell's few behaviours. Every page works without them.
import { drawCharts } from "./charts.js";

const inField = (target) => target.closest("input, textarea, select, [contenteditable]");

function theme() {
  document.querySelector("[data-an-theme]")?.addEventListener("click", () => {
    const next = document.documentElement.dataset.bsTheme === "dark" ? "light" : "dark";
    document.documentElement.dataset.bsTheme = next;
    localStorage.setItem("an-theme", next);
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

// What is typed into a form with data-an-keep survives an error, a sign-out and a closed window.
function keeping(root) {
  for (const form of root.querySelectorAll("form[data-an-keep]")) {
    const place = `an-keep:${form.dataset.anKeep}`;
    const kept = JSON.parse(localStorage.getItem(place) ?? "{}");
    for (const [name, value] of Object.entries(kept)) {
      const field = form.elements[name];
      if (field && "value" in field && !field.value) field.value = value;
    }
    form.addEventListener("input", () => {
      const now = {};
      for (const field of form.elements) {
        if (field.name && field.name !== "csrfmiddlewaretoken" && !["password", "file", "hidden", "checkbox", "radio"].includes(field.type)) now[field.name] = field.value;
      }
      localStorage.setItem(place, JSON.stringify(now));
    });
  }
  // The page after a success names the drafts that are done with.
  for (const done of root.querySelectorAll("[data-an-kept-done]")) localStorage.removeItem(`an-keep:${done.dataset.anKeptDone}`);
}

function menus() {
  document.addEventListener("click", (event) => {
    for (const open of document.querySelectorAll("details.dropdown[open]")) if (!open.contains(event.target)) open.open = false;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") for (const open of document.querySelectorAll("details.dropdown[open]")) open.open = false;
  });
  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-an-submit]")) event.target.form.requestSubmit();
  });
}

function wake(root) {
  opening(root);
  selecting(root);
  keeping(root);
  drawCharts(root);
}

theme();
keys();
menus();
wake(document);
document.addEventListener("htmx:afterSettle", (event) => wake(event.target));
