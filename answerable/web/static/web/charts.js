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
  for (const line of figures.series) {
    series.push({
      name: line.name,
      type: chart.dataset.anChartKind ?? "bar",
      data: line.values,
      itemStyle: { color: token("--an-accent") },
      barMaxWidth: 18,
      symbol: "circle",
      symbolSize: 4,
      markLine: figures.marks?.length
        ? {
            symbol: "none",
            lineStyle: { color: token("--an-late"), type: "dashed", width: 2 },
            label: { formatter: "{b}", color: token("--an-late"), fontWeight: 600 },
            data: figures.marks.map((mark) => ({ name: mark.name, xAxis: mark.at })),
          }
        : undefined,
    });
  }
  return {
    animation: false,
    aria: { enabled: false },
    grid: { left: 8, right: 16, top: 28, bottom: 8, containLabel: true },
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
    new ResizeObserver(() => drawn.resize()).observe(chart);
  }
}
