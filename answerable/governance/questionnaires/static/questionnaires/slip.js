// A scanned slip carries its code behind the # of the address, which a browser never sends. Put it into the field
// and out of the address line, so that it lies in no history and in no picture of the screen.
const code = decodeURIComponent(location.hash.slice(1));
if (/^[0-9A-Za-z-]{1,60}$/.test(code)) {
  history.replaceState(null, "", location.pathname);
  document.getElementById("code").value = code;
}
