// Timelines: a line or bars with the range that was expected and marks, drawn as SVG; the table stands behind it.
let library;
const load = (address) =>
  (library ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => resolve(window.echarts);
    script.onerror = reject;
    document.head.append(script);
  }));

// More lines than five are not told apart by anybody.
const MOST = 5;
const PALETTE = ["--an-accent", "--an-soon", "--an-late", "--an-idle", "--an-ok"];
const DASHES = ["solid", "dashed", "dotted", "solid", "dashed"];
const SIGNS = ["circle", "rect", "triangle", "diamond", "emptyCircle"];

const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

function option(chart, figures) {
  const ink = token("--an-ink-soft");
  const series = [];
  if (figures.low && figures.high) {
    series.push({ name: figures.names.low, type: "line", data: figures.low, stack: "range", lineStyle: { opacity: 0 }, symbol: "none", silent: true });
    series.push({
      name: figures.names.range,
      type: "line",
      data: figures.high.map((high, at) => high - figures.low[at]),
      stack: "range",
      lineStyle: { opacity: 0 },
      areaStyle: { color: token("--an-idle"), opacity: 0.22 },
      symbol: "none",
      silent: true,
    });
  }
  const several = figures.series.length > 1;
  figures.series.slice(0, MOST).forEach((line, place) => {
    const colour = token(PALETTE[place]);
    series.push({
      name: line.name,
      type: chart.dataset.anChartKind ?? "bar",
      data: line.values,
      // Told apart without colour too: by dash and sign of a line, by the pattern of a bar, and by the name at its end.
      lineStyle: { color: colour, width: 2, type: DASHES[place] },
      itemStyle: { color: colour, ...(several && place ? { decal: { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [1 + place, 3], rotation: place } } : {}) },
      barMaxWidth: 18,
      symbol: SIGNS[place],
      symbolSize: 5,
      endLabel: several ? { show: true, formatter: "{a}", color: colour, distance: 6 } : undefined,
      markLine: figures.marks?.length && place === 0
        ? {
            symbol: "none",
            silent: true,
            lineStyle: { color: token("--an-late"), type: "dashed", width: 2 },
            label: { formatter: "{b}", color: token("--an-late"), fontWeight: 600 },
            data: figures.marks.map((mark) => ({ name: mark.name, xAxis: mark.at })),
          }
        : undefined,
    });
  });
  return {
    animation: false,
    aria: { enabled: false },
    grid: { left: 8, right: several && chart.dataset.anChartKind === "line" ? 96 : 16, top: 28, bottom: 8, containLabel: true },
    tooltip: { trigger: "axis", renderMode: "richText" },
    xAxis: { type: "category", data: figures.times, axisLabel: { color: ink, hideOverlap: true }, axisLine: { lineStyle: { color: ink } } },
    yAxis: { type: "value", minInterval: 1, axisLabel: { color: ink }, splitLine: { lineStyle: { color: token("--an-line") } } },
    series,
  };
}

export async function drawCharts(root, again = false) {
  for (const chart of root.querySelectorAll?.("[data-an-chart]") ?? []) {
    if (chart.dataset.anDrawn && !again) continue;
    chart.dataset.anDrawn = "yes";
    const figures = JSON.parse(document.getElementById(chart.dataset.anChart).textContent);
    const echarts = await load(chart.dataset.anLibrary);
    echarts.getInstanceByDom(chart)?.dispose();
    const drawn = echarts.init(chart, null, { renderer: "svg" });
    drawn.setOption(option(chart, figures));
    if (!again) new ResizeObserver(() => echarts.getInstanceByDom(chart)?.resize()).observe(chart);
  }
}
