// Recomputes a draw from its bundle, in any browser and in node: no library, no connection. The same as verify_draw.py.
// Its own SHA-256, because browsers give theirs only to pages that came by https.

const K = [];
const START = [];
(function constants() {
  const part = (root) => ((root - Math.floor(root)) * 2 ** 32) | 0;
  for (let number = 2; K.length < 64; number++) {
    let prime = true;
    for (let by = 2; by * by <= number; by++) if (number % by === 0) prime = false;
    if (!prime) continue;
    if (START.length < 8) START.push(part(Math.sqrt(number)));
    K.push(part(Math.cbrt(number)));
  }
})();

const turn = (word, by) => (word >>> by) | (word << (32 - by));

export function sha256(text) {
  const bytes = new TextEncoder().encode(text);
  const length = (((bytes.length + 8) >> 6) + 1) * 64;
  const padded = new DataView(new ArrayBuffer(length));
  bytes.forEach((byte, at) => padded.setUint8(at, byte));
  padded.setUint8(bytes.length, 0x80);
  padded.setUint32(length - 8, Math.floor(bytes.length / 2 ** 29));
  padded.setUint32(length - 4, bytes.length << 3);
  const state = [...START];
  const w = new Int32Array(64);
  for (let block = 0; block < length; block += 64) {
    for (let i = 0; i < 16; i++) w[i] = padded.getInt32(block + 4 * i);
    for (let i = 16; i < 64; i++) {
      const a = turn(w[i - 15], 7) ^ turn(w[i - 15], 18) ^ (w[i - 15] >>> 3);
      const b = turn(w[i - 2], 17) ^ turn(w[i - 2], 19) ^ (w[i - 2] >>> 10);
      w[i] = w[i - 16] + a + w[i - 7] + b;
    }
    let [a, b, c, d, e, f, g, h] = state;
    for (let i = 0; i < 64; i++) {
      const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + K[i] + w[i]) | 0;
      const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
    }
    [a, b, c, d, e, f, g, h].forEach((word, i) => (state[i] = (state[i] + word) | 0));
  }
  return state.map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
}

// Ids are ASCII, so the order of JavaScript's text is the order of their bytes.
const inOrder = (texts) => [...texts].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
const byTicket = (seed, ids) => {
  const tickets = new Map(ids.map((id) => [id, sha256(`${seed},${id}`)]));
  return [...ids].sort((a, b) => (tickets.get(a) < tickets.get(b) ? -1 : 1));
};

export function fixedText(a) {
  const lists = [...a.lists].sort((x, y) => (x.name < y.name ? -1 : 1));
  if (a.inspectors) lists.push(a.inspectors);
  const lines = ["answerable-draw/1", `draw ${a.draw}`, ...a.sources.map((one) => `seed ${one}`)];
  for (const one of lists) {
    lines.push(`list ${one.name} take ${one.take} of ${one.members.length}`);
    lines.push(...inOrder(one.members.map((member) => `${member.id} ${member.unit}`)));
  }
  if (a.times) {
    lines.push(`pair ${a.times}`);
    for (const word of ["apart", "last"]) lines.push(...inOrder(a[word].map((pair) => `${word} ${pair[0]} ${pair[1]}`)));
  }
  return lines.join("\n") + "\n";
}

export function drawn(a, seed, recusals) {
  const won = {};
  for (const one of a.lists) won[one.name] = byTicket(seed, one.members.map((member) => member.id)).slice(0, one.take);
  const teams = {};
  if (!a.inspectors) return { drawn: won, teams };
  const home = new Map([...a.lists, a.inspectors].flatMap((one) => one.members.map((member) => [member.id, member.unit])));
  const order = byTicket(seed, a.inspectors.members.map((member) => member.id));
  const steps = (inspector, target) => recusals.some((one) => one.inspector === inspector && (one.target === target || one.target === ""));
  for (const target of Object.values(won).flat()) {
    const free = order.filter((one) => (home.get(one) !== home.get(target) || home.get(target) === "-") && !steps(one, target));
    teams[target] = free.slice(0, a.inspectors.take);
  }
  return { drawn: won, teams };
}

function pairsHold(a, result) {
  const units = inOrder(a.lists.flatMap((one) => one.members.map((member) => member.id))).join();
  const apart = new Set(a.apart.map((pair) => pair.join()));
  return result.pairs.length === a.times && result.pairs.every((pairs) => {
    const rows = Object.entries(pairs);
    const everybody = inOrder(rows.map((row) => row[0])).join() === units && inOrder(rows.map((row) => row[1])).join() === units;
    return everybody && rows.every(([one, other]) => one !== other && !apart.has(`${one},${other}`));
  });
}

const same = (a, b) => {
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((one, at) => same(one, b[at]));
  if (a === null || typeof a !== "object") return a === b;
  const keys = Object.keys(a);
  return b !== null && typeof b === "object" && keys.length === Object.keys(b).length && keys.every((key) => key in b && same(a[key], b[key]));
};

export function faults(b) {
  const a = b.announced;
  const text = fixedText(a);
  const told = b.seed ? inOrder(b.seeds.map((one) => one.told_at))[0] : "";
  const sealed = b.seeds.filter((one) => one.committed);
  const right = {
    list: b.commitment.text === text,
    hash: b.commitment.sha256 === sha256(text),
    seed: !told || b.seed === b.seeds.map((one) => `${one.source}=${one.value}`).join("|"),
    sources: !told || same(b.seeds.map((one) => one.source), a.sources),
    sealed: !told || sealed.every((one) => sha256(one.value) === one.committed),
    order: !told || [b.commitment.at, ...sealed.map((one) => one.committed_at)].every((at) => at <= told),
    result: !b.result || !Object.keys(b.result).length || (a.times ? pairsHold(a, b.result) : same(drawn(a, b.seed, b.recusals), b.result)),
  };
  return Object.keys(right).filter((name) => !right[name]);
}
