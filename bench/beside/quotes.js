// quote-parser over the articles of a file, a JSON string a line: node quotes.js FILE LANGUAGE
const { parse } = require("quote-parser");
const rows = require("fs").readFileSync(process.argv[2], "utf8").trim().split("\n").map(JSON.parse);
rows.slice(0, 2).forEach((text) => parse(text, process.argv[3]));
const begun = process.hrtime.bigint(), before = process.cpuUsage();
const found = rows.map((text) => parse(text, process.argv[3]).length).reduce((a, b) => a + b, 0);
const took = Number(process.hrtime.bigint() - begun) / 1e9, used = process.cpuUsage(before);
const peak = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ took, worked: (used.user + used.system) / 1e6, found, peak }));
