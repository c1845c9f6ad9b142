// Recomputes draws from their bundles, written apart from the house's own code and with node's own SHA-256.
// Also asks the module of the public page what it thinks of each bundle.
import { createHash } from "node:crypto";
import { readFileSync, mkdtempSync, copyFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const [, , file, module] = process.argv;
// Node takes a .js file for a module only where a package says so; the page needs no package.
const copy = join(mkdtempSync(join(tmpdir(), "draw-")), "draw.mjs");
copyFileSync(module, copy);
const { faults } = await import(copy);

const digest = (text) => createHash("sha256").update(text, "utf8").digest("hex");
const bundles = readFileSync(file, "utf8").split("\n").map((line) => JSON.parse(line));

function recomputed({ announced, seed, recusals }) {
  const drawn = {};
  const teams = {};
  for (const list of announced.lists) {
    const tickets = list.members.map(({ id }) => ({ id, number: BigInt(`0x${digest(`${seed},${id}`)}`) }));
    tickets.sort((a, b) => (a.number < b.number ? -1 : 1));
    drawn[list.name] = tickets.slice(0, list.take).map((one) => one.id);
    for (const target of drawn[list.name]) {
      const home = list.members.find(({ id }) => id === target).unit;
      const able = announced.inspectors.members
        .filter((one) => one.unit !== home)
        .filter((one) => !recusals.some((r) => r.inspector === one.id && ["", target].includes(r.target)))
        .map(({ id }) => ({ id, number: BigInt(`0x${digest(`${seed},${id}`)}`) }))
        .sort((a, b) => (a.number < b.number ? -1 : 1));
      teams[target] = able.slice(0, announced.inspectors.take).map((one) => one.id);
    }
  }
  return { drawn, teams };
}

const samples = bundles.filter((one) => one.result.drawn);
process.stdout.write(JSON.stringify({
  apart: samples.map((one) => (one.announced.inspectors ? recomputed(one) : null)),
  hashes: bundles.map((one) => digest(one.commitment.text)),
  page: bundles.map((one) => faults(one)),
}));
