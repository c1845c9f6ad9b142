// Counts an exercise down, in words that a screen reader is not made to repeat every second.
const place = document.querySelector("[data-tr-due]");
if (place) {
  const due = Date.parse(place.dataset.trDue);
  const tick = () => {
    const left = Math.round((due - Date.now()) / 1000);
    const seconds = Math.abs(left);
    const words = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    place.textContent = left < 0 ? `+${words}` : words;
    place.classList.toggle("an-state-late", left < 0);
  };
  tick();
  setInterval(tick, 1000);
}
