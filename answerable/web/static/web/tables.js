// On a telephone a row of a list becomes a small card. Each cell then needs the name of its column beside it, and the
// roles have to be said aloud, because a table that is laid out otherwise loses them.
const words = (cell) => cell.textContent.replace(/[▲▼]/g, "").trim();

export function nameCells(root) {
  for (const table of root.querySelectorAll("table.an-table")) {
    if (!table.querySelector("tbody tr[data-an-open]") || table.classList.contains("an-stacks")) continue;
    table.classList.add("an-stacks");
    table.setAttribute("role", "table");
    for (const part of table.querySelectorAll("thead, tbody")) part.setAttribute("role", "rowgroup");
    for (const row of table.rows) row.setAttribute("role", "row");
    const heads = [...(table.tHead?.rows[0]?.cells ?? [])];
    for (const head of heads) head.setAttribute("role", "columnheader");
    for (const row of table.querySelectorAll("tbody tr[data-an-open]")) {
      const main = [...row.cells].find((cell) => cell.querySelector("a"));
      [...row.cells].forEach((cell, place) => {
        cell.setAttribute("role", "cell");
        if (cell === main) cell.classList.add("an-cell-main");
        else if (cell.querySelector("input[type=checkbox]")) cell.classList.add("an-cell-box");
        else if (heads[place] && !cell.querySelector(".an-state")) cell.dataset.anLabel = words(heads[place]);
      });
    }
  }
}
