// What npm's @thyrith/momentkh 2.5.5 says of every day from 1900 to 2100, one line a year:
// the year, what its lunar year has more than 354 days, Visak Bochea, the first day of the new year,
// and the 64-bit FNV-1a hash of the lines `date TAB day TAB phase TAB month TAB era TAB animal TAB sak`.
//
//     npm install --no-save moment @thyrith/momentkh@2.5.5
//     node lunar_against_momentkh.mjs > src/khmer/date/fixtures/momentkh-years.tsv
//
// It tells the moment, not the day, so the lunar day and the Buddhist era are those of 0:00 and the
// animal that of 23:59; its sak turns with the animal, not on Lerng Sak, and is left out in April.
// `--days` prints the lines themselves.
import { readFileSync } from 'node:fs';
import { createRequire, Module } from 'node:module';

process.env.TZ = 'UTC';
const require = createRequire(import.meta.url);
const moment = require('moment');

// It looks for Visak Bochea anew for every day; here once a year, with the same answer.
const path = require.resolve('@thyrith/momentkh');
const source = readFileSync(path, 'utf8').replace(
  'function getVisakhaBochea(gregorianYear) {',
  `const visakhaOfYear = new Map();
  function getVisakhaBochea(year) {
    if (!visakhaOfYear.has(year)) visakhaOfYear.set(year, searchVisakhaBochea(year));
    return visakhaOfYear.get(year).clone();
  }
  function searchVisakhaBochea(gregorianYear) {`,
);
const loaded = new Module(path);
loaded.filename = path;
loaded.paths = Module._nodeModulePaths(path);
loaded._compile(source, path);
loaded.exports(moment);

const latin = (text) => text.replace(/[០-៩]/g, (digit) => digit.codePointAt(0) - 0x17e0);
const lines = new Map();
for (let day = moment([1900, 0, 1]); day.year() <= 2100; day.add(1, 'day')) {
  const [count, phase, month, era] = latin(day.toLunarDate('d|N|m|b')).split('|');
  const [animal, sak] = day.clone().hour(23).minute(59).toLunarDate('a|e').split('|');
  const fields = [day.format('YYYY-MM-DD'), count, phase];
  // Its spelling of the twelfth month has DA below for TA.
  fields.push(month.replace('កត្ដិក', 'កត្តិក'), era, animal, day.month() === 3 ? '-' : sak);
  if (!lines.has(day.year())) lines.set(day.year(), []);
  lines.get(day.year()).push(fields);
}

const hash = (text) => {
  let state = 0xcbf29ce484222325n;
  for (const byte of Buffer.from(text)) state = ((state ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn;
  return state.toString(16).padStart(16, '0');
};
for (const [year, days] of lines) {
  if (process.argv.includes('--days')) {
    for (const day of days) console.log(day.join('\t'));
    continue;
  }
  const has = (...fields) => days.some((day) => fields.every((field, index) => day[index + 1] === field));
  const more = has('1', 'កើត', 'បឋមាសាឍ') ? 'month' : has('15', 'រោច', 'ជេស្ឋ') ? 'day' : 'nothing';
  const visak = days.find(([, count, phase, month]) => count === '15' && phase === 'កើត' && month === 'ពិសាខ');
  const turned = days.find((day, index) => index > 0 && day[5] !== days[index - 1][5]);
  console.log([year, more, visak[0], turned[0], hash(days.map((day) => day.join('\t') + '\n').join(''))].join('\t'));
}
