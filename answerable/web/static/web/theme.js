// Runs before the page is drawn, so that it never flashes in the wrong colours. Light, dark, or as the device says.
(() => {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const wish = () => localStorage.getItem("an-theme") ?? "auto";
  const put = () => {
    const now = wish() === "auto" ? (dark.matches ? "dark" : "light") : wish();
    document.documentElement.dataset.bsTheme = now;
    document.documentElement.dataset.anColours = wish();
  };
  put();
  dark.addEventListener("change", put);
  window.anTheme = {
    next() {
      const order = ["auto", "light", "dark"];
      localStorage.setItem("an-theme", order[(order.indexOf(wish()) + 1) % 3]);
      put();
    },
  };
})();
