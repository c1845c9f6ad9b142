// Runs before the page is drawn, so that it never flashes in the wrong colours.
(() => {
  const wish = localStorage.getItem("an-theme");
  const dark = wish ? wish === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  document.documentElement.dataset.bsTheme = dark ? "dark" : "light";
})();
