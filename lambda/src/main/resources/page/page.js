'use strict';
/* Draws the report. Every foreign text goes in by textContent or a plain attribute, never as markup. */
(() => {
const D = JSON.parse(document.getElementById('data').textContent);
const MARKS = {
  K: ['Protected', 'kept', 'a checked copy, in time and held as promised'],
  Y: ['Young', 'young', 'too young to need a copy'],
  U: ['Unseen', 'unseen', 'nobody could see how it stood'],
  W: ['Weakly held', 'weak', 'a copy in time, but not held as promised'],
  L: ['Late', 'late', 'the newest good copy was older than promised'],
  M: ['Missing', 'missing', 'no good copy'],
};
const BAD_FIRST = 'MLWUYK';
const RUNG_WORDS = {
  none: 'nothing is in the vault, or nothing could be seen there',
  claimed: 'AWS Backup lists a copy',
  present: 'it is this cluster’s, usable, and its snapshot is complete',
  timely: 'its data is no older than promised, and the next is due before it expires',
  held: 'lock, access policy, key and retention are as promised',
  restorable: 'what a restore needs is there',
  proved: 'a restore test of it passed, with answers',
};
const RUNGS = D.rungs.map(name => [name, RUNG_WORDS[name] || '']);
const STRIP_DAYS = 35, MANY = 10, STEP = 200, PRINT_MAX = 2000, STALE_HOURS = 26, COSTS_MAX = 12;
const byId = id => document.getElementById(id);
const SVG = 'http://www.w3.org/2000/svg';

/* Elements: make('p.quiet', {title: 'x'}, 'text', child) */
function make(what, ...rest) {
  const [name, ...classes] = what.split('.');
  const node = document.createElement(name);
  if (classes.length) node.className = classes.join(' ');
  return fill(node, rest);
}
function draw(name, attributes, ...rest) {
  const node = document.createElementNS(SVG, name);
  return fill(node, [attributes, ...rest]);
}
function fill(node, rest) {
  for (const one of rest) {
    if (one === null || one === undefined) continue;
    if (one instanceof Node) node.append(one);
    else if (typeof one === 'object') for (const key of Object.keys(one)) node.setAttribute(key, one[key]);
    else node.append(String(one));
  }
  return node;
}
const number = value => value.toLocaleString('en-US');
const plural = (count, noun) => `${number(count)} ${noun}${count === 1 ? '' : 's'}`;
const moment = minutes => new Date(minutes * 60000).toISOString().slice(0, 16).replace('T', ' ') + ' UTC';
const dayOf = back => new Date(Date.parse(D.d.last) - back * 86400000).toISOString().slice(0, 10);
function length(minutes) {
  const hours = Math.floor(Math.abs(minutes) / 60);
  if (hours >= 72) return `${Math.floor(hours / 24)} d`;
  return hours > 0 ? `${hours} h` : `${Math.floor(Math.abs(minutes))} min`;
}
const account = index => index < 0 ? '' : `${D.ac[index][1]} ${D.ac[index][0]}`.trim();

const clusters = D.c.map((row, index) => {
  const [name, ac, rg, mark, rung, newest, expires, max, ru, days, streak, worst, share, copies, moments, gb, copying, id, arn] = row;
  return {index, name, ac, rg, mark, rung, newest, expires, max, ru, days, streak, worst, share, copies, moments, gb, copying, id,
    arn: arn || `arn:aws:rds:${D.rg[rg]}:${D.ac[ac][0]}:cluster:${name}`,
    text: `${name} ${D.ac[ac][1]} ${D.ac[ac][0]} ${id}`.toLowerCase(), kinds: new Set()};
});
const byArn = new Map(clusters.map(one => [one.arn, one]));
const gaps = D.p.map(([id, group, ac, rg, subject, since, what, remedy, c, own, cause]) => {
  const kind = own || D.g[group].k;
  if (c >= 0) clusters[c].kinds.add(kind);
  return {id, group, kind, ac, rg, subject, since, what, remedy: remedy || D.g[group].r, c, cause: cause || D.g[group].c,
    text: `${subject} ${account(ac)} ${c < 0 ? '' : clusters[c].text} ${what}`.toLowerCase()};
});

/* ---- What is chosen lives in the address, so that a link shows what its sender saw. */
const FIELDS = ['q', 'account', 'region', 'promise', 'kind', 'standing'];
let chosen = {};
function readHash() {
  const all = new URLSearchParams(location.hash.slice(1));
  chosen = {};
  for (const [key, value] of all) chosen[key] = value;
}
function writeHash(changes, replace) {
  const next = {...chosen, ...changes};
  const text = Object.keys(next).filter(key => next[key]).map(key => `${key}=${encodeURIComponent(next[key])}`).join('&');
  const url = text ? '#' + text : location.pathname + location.search;
  if (replace) history.replaceState(null, '', url); else history.pushState(null, '', url);
  render();
}
const link = changes => '#' + Object.keys(changes).map(key => `${key}=${encodeURIComponent(changes[key])}`).join('&');
const fits = one => (!chosen.account || (one.ac >= 0 && D.ac[one.ac][0] === chosen.account))
  && (!chosen.q || one.text.includes(chosen.q.toLowerCase()));
const clusterFits = one => fits(one) && (!chosen.region || D.rg[one.rg] === chosen.region)
  && (!chosen.promise || (one.ru >= 0 && D.ru[one.ru] === chosen.promise) || (chosen.promise === '-' && one.ru < 0))
  && (!chosen.kind || one.kinds.has(chosen.kind))
  && (!chosen.standing || one.mark === chosen.standing || (chosen.standing === '!' && one.mark !== 'K' && one.mark !== 'Y'));
const gapFits = one => fits(one) && (!chosen.region || one.rg === chosen.region) && (!chosen.kind || one.kind === chosen.kind)
  && (!chosen.promise || (one.c >= 0 && (clusters[one.c].ru < 0 ? '-' : D.ru[clusters[one.c].ru]) === chosen.promise))
  && (!chosen.standing || (one.c >= 0 && clusterFits(clusters[one.c])));

/* ---- Head */
function ring() {
  const {clusters: all, protected: good} = D.s;
  const share = all === 0 ? 0 : good / all;
  const size = 2 * Math.PI * 56;
  const words = all === 0 ? '–' : (share > .995 && good < all ? 99 : Math.round(share * 100)) + '%';
  byId('ring').append(draw('svg', {viewBox: '0 0 148 148', role: 'img', 'aria-label': `${good} of ${all} clusters protected`},
    draw('circle', {cx: 74, cy: 74, r: 56, fill: 'none', stroke: 'var(--wash)', 'stroke-width': 15}),
    share > 0 ? draw('circle', {cx: 74, cy: 74, r: 56, fill: 'none', stroke: 'var(--kept)', 'stroke-width': 15, 'stroke-dasharray': `${size * share} ${size}`, transform: 'rotate(-90 74 74)'}) : null,
    draw('text', {x: 74, y: 80, 'text-anchor': 'middle', class: 'n'}, words),
    draw('text', {x: 74, y: 98, 'text-anchor': 'middle', class: 'of'}, 'protected')));
}
function counts() {
  const seen = {};
  clusters.forEach(one => { seen[one.mark] = (seen[one.mark] || 0) + 1; });
  const list = byId('counts');
  for (const mark of 'KMLWUY') {
    if (seen[mark]) list.append(make('li', make(`a.${mark}`, {href: link({standing: mark}), title: MARKS[mark][2]}, make('b', number(seen[mark])), MARKS[mark][0].toLowerCase())));
  }
  const unseen = D.s.accountsUnseen;
  if (unseen) list.append(make('li', make('a.U', {href: '#unseen'}, make('b', number(unseen)), `${unseen === 1 ? 'account' : 'accounts'} not seen`)));
}
function stale() {
  const hours = (Date.now() / 60000 - D.at) / 60;
  if (hours < STALE_HOURS) return;
  byId('stale').hidden = false;
  byId('stale').textContent = `This report is ${length(hours * 60)} old. What has happened since is not in it; see whether a newer one lies beside it.`;
}

/* ---- Filters */
function options(select, all, entries) {
  select.append(make('option', {value: ''}, all));
  for (const [value, words] of entries) select.append(make('option', {value}, words));
}
function filters() {
  options(byId('account'), 'All accounts', D.ac.map(([id, name]) => [id, `${name} ${id}`.trim()]).sort((a, b) => a[1].localeCompare(b[1])));
  options(byId('region'), 'All Regions', D.rg.filter(Boolean).map(one => [one, one]).sort());
  const unbound = clusters.some(one => one.ru < 0 && one.mark !== 'U') ? [['-', 'No promise']] : [];
  options(byId('promise'), 'All promises', D.ru.map(one => [one, one]).sort().concat(unbound));
  options(byId('kind'), 'Any or none', [...new Set(gaps.map(one => one.kind))].sort().map(one => [one, one]));
  options(byId('standing'), 'All', [['!', 'With trouble'], ...BAD_FIRST.split('').map(mark => [mark, MARKS[mark][0]])]);
  for (const field of FIELDS) {
    byId(field).addEventListener(field === 'q' ? 'input' : 'change', event => writeHash({[field]: event.target.value, gap: '', cluster: ''}, true));
  }
  byId('clear').addEventListener('click', () => { writeHash(Object.fromEntries(FIELDS.map(field => [field, ''])), true); byId('q').focus(); });
  byId('filters').hidden = false;
}

/* ---- What is wrong */
const SEVERITY = {DANGER: ['M', 'Danger'], WARNING: ['L', 'Warning']};
function place(gap) {
  return [gap.subject, account(gap.ac), gap.rg].filter((text, index, all) => text && all.indexOf(text) === index && !(index === 0 && text === account(gap.ac))).join(' · ');
}
function groups() {
  const box = byId('groups');
  box.replaceChildren();
  const fitting = D.g.map(() => []);
  gaps.filter(gapFits).forEach(gap => fitting[gap.group].push(gap));
  let shown = 0;
  D.g.forEach((group, index) => { if (fitting[index].length) { box.append(card(group, fitting[index])); shown++; } });
  if (shown) return;
  const well = gaps.length === 0 && D.n.length === 0 && D.h.length === 0;
  const words = gaps.length ? 'No gap fits these filters.' : well ? 'No gaps. Nothing needs to be done.' : 'No gaps in what was seen. What could not be seen is below.';
  box.append(make('div.card.well' + (gaps.length || !well ? '.U' : '.K'), make('span.dot'), make('p', words)));
}
function todo(group, all) {
  const own = all.filter(gap => gap.kind === group.k);
  return own.length ? (own.length > 1 ? `For ${place(own[0])}: ` : '') + own[0].remedy : group.r;
}
function card(group, all) {
  const [tone, words] = SEVERITY[group.v];
  const box = make(`article.card.group.${tone}`, {'data-kind': group.k},
    make('h3', make('span', group.k), make('span.sev', words), make('span.quiet', all.length > 1 ? `× ${number(all.length)}` : '')),
    make('p.meta', `${group.m} First seen ${moment(group.t)}.`),
    make('dl', make('dt', 'Cause'), make('dd', group.c), make('dt', 'Do'), make('dd', todo(group, all))));
  const list = make('ul.items');
  const wanted = all.findIndex(gap => gap.id === chosen.gap);
  const acts = make('div.acts');
  let until = 0;
  const more = make('button', {type: 'button'});
  const show = to => {
    for (; until < Math.min(to, all.length); until++) list.append(item(all[until], all.length > 1));
    more.hidden = until >= all.length;
    more.textContent = `Show ${number(Math.min(STEP, all.length - until))} more of ${number(all.length)}`;
  };
  more.addEventListener('click', () => { const from = until; show(until + STEP); list.children[from]?.querySelector('a,button,summary')?.focus(); });
  show(Math.max(all.length === 1 ? 1 : Math.min(3, MANY), wanted + 1));
  acts.append(more);
  const hit = all.find(gap => gap.c >= 0);
  if (hit) acts.append(make('a', {href: link({kind: hit.kind})}, 'Show these clusters on the map'));
  box.append(list, acts);
  if (D.b[group.k]) box.append(book(group.k));
  return box;
}
function item(gap, several) {
  const name = (gap.kind === D.g[gap.group].k ? '' : gap.kind + ': ') + place(gap);
  const where = gap.c >= 0 ? make('a.where', {href: link({cluster: clusters[gap.c].arn})}, name) : make('span.where', name);
  const since = make('span.sub', `since ${moment(gap.since)} · `, make('a', {href: link({gap: gap.id}), 'aria-label': `Link to this gap of ${gap.subject}`}, 'link'));
  const entry = make('li', {id: 'gap-' + gap.id, tabindex: -1}, make('div.one', where, since));
  if (!several || gap.id === chosen.gap) entry.append(make('div', gap.what));
  if (several && gap.remedy !== D.g[gap.group].r) entry.append(gap.id === chosen.gap ? make('div', 'Do: ' + gap.remedy) : make('details', make('summary', 'What to do here'), make('p', gap.what), make('p', gap.remedy)));
  if (gap.id === chosen.gap) entry.classList.add('hit');
  return entry;
}
/* A runbook page: our own Markdown, of headings, lists, code and paragraphs. */
function book(kind) {
  const body = make('div.book');
  const box = make('details', make('summary', 'Runbook: ' + kind), body);
  box.addEventListener('toggle', () => { if (box.open && !body.firstChild) pageOf(D.b[kind], body); });
  return box;
}
function pageOf(text, body) {
  let code = null, list = null;
  for (const line of text.split('\n')) {
    if (line.startsWith('```')) { if (code) code = null; else { code = make('pre', {tabindex: 0}); body.append(code); } list = null; }
    else if (code) code.append(make('code', line + '\n'));
    else if (/^# /.test(line) || !line.trim()) list = null;
    else if (/^## /.test(line)) { body.append(make('h4', line.slice(3))); list = null; }
    else if (/^(-|\d+\.) /.test(line)) {
      if (!list) { list = make(/^-/.test(line) ? 'ul' : 'ol'); body.append(list); }
      list.append(make('li', line.replace(/^(-|\d+\.) /, '').replace(/`/g, '')));
    } else body.append(make('p', line.replace(/`/g, '')));
  }
}

/* ---- The map */
const COLUMNS = [
  ['name', 'Cluster', 'c-who', (a, b) => a.name.localeCompare(b.name)],
  ['standing', 'Today', 'c-mark', (a, b) => BAD_FIRST.indexOf(a.mark) - BAD_FIRST.indexOf(b.mark) || a.share - b.share],
  ['rung', 'Checked', 'c-rung', (a, b) => a.rung - b.rung],
  ['age', 'Newest good copy', 'c-age', (a, b) => (a.newest || 0) - (b.newest || 0)],
  ['days', '35 days', 'c-strip', (a, b) => b.worst - a.worst],
  ['share', 'Attained', 'c-share', (a, b) => a.share - b.share],
];
let sort = ['standing', 1], visible = [], first = -1, last = -1;
function thead() {
  for (const [key, words, css] of COLUMNS) {
    const button = make('button', {type: 'button'}, words);
    button.addEventListener('click', () => { sort = [key, sort[0] === key ? -sort[1] : 1]; table(); byId('scroll').scrollTop = 0; });
    byId('thead').append(make(`div.${css}`, {role: 'columnheader', 'data-sort': key}, button));
  }
}
function path(mark, x, width, height) {
  const box = (left, top, w, h) => `M${left} ${top}h${w}v${h}h${-w}z`;
  switch (mark) {
    case 'K': return box(x, 0, width, height);
    case 'L': return box(x, height * .38, width, height * .62);
    case 'W': return box(x, 0, width, height * .42) + box(x, height * .58, width, height * .42);
    case 'M': return box(x, 0, width, height * .26) + box(x, height * .74, width, height * .26) + box(x + width / 2 - .8, height * .26, 1.6, height * .48);
    case 'U': return box(x + .7, .7, width - 1.4, height - 1.4);
    default: return box(x, height * .42, width, height * .16);
  }
}
function strip(days, count, css) {
  const step = 9, width = 7, height = 26;
  const letters = days.slice(-count).padStart(count, '.');
  const svg = draw('svg', {viewBox: `0 0 ${count * step - 2} ${height}`, preserveAspectRatio: 'none', class: css, role: 'img', 'aria-label': spoken(days.slice(-count))});
  const paths = {};
  for (let index = 0; index < count; index++) if (letters[index] !== '.') paths[letters[index]] = (paths[letters[index]] || '') + path(letters[index], index * step, width, height);
  for (const mark of Object.keys(paths)) svg.append(draw('path', {class: 'm ' + mark, d: paths[mark]}));
  return svg;
}
function spoken(days) {
  const parts = 'KMLWUY'.split('').map(mark => [days.split(mark).length - 1, MARKS[mark][1]]).filter(([count]) => count);
  return `${plural(days.length, 'day')}: ${parts.map(([count, words]) => `${count} ${words}`).join(', ')}`;
}
function age(one) {
  const box = make('div.age');
  if (!one.newest) return fill(box, [make('span.quiet', one.max ? `none; at most ${one.max} h` : 'none')]);
  const old = D.at - one.newest;
  box.append(length(old) + ' old', make('span.quiet', one.max ? ` of ${one.max} h` : ''));
  if (one.max) {
    const share = Math.min(1, old / (one.max * 60));
    const inner = make('i.' + (old > one.max * 60 ? 'L' : 'K'));
    inner.style.width = Math.max(3, share * 100) + '%';
    box.append(make('div.bar', {'aria-hidden': 'true'}, inner));
  }
  return box;
}
function rung(one) {
  const pips = make('div.pips', {'aria-hidden': 'true'});
  for (let index = 1; index < RUNGS.length; index++) pips.append(make('i' + (index <= one.rung ? '.on' : '')));
  return [pips, make('span.rung', RUNGS[one.rung][0])];
}
const pill = mark => make('span.pill.' + mark, MARKS[mark][0]);
function row(one, index) {
  const cell = (css, ...inner) => make('div.' + css, {role: 'cell'}, ...inner);
  return make('div.tr', {role: 'row', 'aria-rowindex': index + 2, 'data-index': index},
    cell('c-who.who', make('a', {href: link({cluster: one.arn}), title: one.name}, one.name), make('span', {title: account(one.ac)}, `${account(one.ac)} · ${D.rg[one.rg]}`)),
    cell('c-mark', pill(one.mark)),
    cell('c-rung', ...rung(one)),
    cell('c-age', age(one)),
    cell('c-strip', strip(one.days, STRIP_DAYS, 'strip')),
    cell('c-share.share', one.share < 0 ? '–' : one.share + '%', make('small', one.streak >= D.d.max ? `${D.d.max}+ in a row` : `${one.streak} in a row`)));
}
const rowHeight = () => parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--row'));
function table() {
  const compare = COLUMNS.find(column => column[0] === sort[0])[3];
  visible = clusters.filter(clusterFits).sort((a, b) => sort[1] * compare(a, b) || a.index - b.index);
  document.querySelectorAll('[data-sort]').forEach(head => {
    if (head.dataset.sort === sort[0]) head.setAttribute('aria-sort', sort[1] > 0 ? 'ascending' : 'descending'); else head.removeAttribute('aria-sort');
  });
  byId('table').setAttribute('aria-rowcount', visible.length + 1);
  byId('shown').textContent = visible.length === clusters.length ? plural(clusters.length, 'cluster') : `${number(visible.length)} of ${plural(clusters.length, 'cluster')}`;
  const rows = byId('rows');
  rows.replaceChildren();
  first = last = -1;
  if (!visible.length) {
    rows.style.height = 'auto';
    byId('scroll').style.height = 'auto';
    rows.append(make('div.empty', {role: 'row'}, make('span', {role: 'cell'}, clusters.length ? 'No cluster fits these filters.' : 'No Aurora cluster was seen.')));
    return;
  }
  rows.style.height = visible.length * rowHeight() + 'px';
  byId('scroll').style.height = visible.length * rowHeight() + 'px';
  paint();
}
function paint() {
  const scroll = byId('scroll'), rows = byId('rows'), height = rowHeight();
  const from = Math.max(0, Math.floor(scroll.scrollTop / height) - 6);
  const to = Math.min(visible.length, Math.ceil((scroll.scrollTop + (scroll.clientHeight || 760)) / height) + 6);
  if (!visible.length || (from === first && to === last)) return;
  const kept = new Map();
  for (const node of [...rows.children]) {
    const index = Number(node.dataset.index);
    if (index < from || index >= to) { if (!node.contains(document.activeElement)) node.remove(); } else kept.set(index, node);
  }
  let before = null;
  for (let index = to - 1; index >= from; index--) {
    let node = kept.get(index);
    if (!node) {
      node = row(visible[index], index);
      node.style.top = index * height + 'px';
      rows.insertBefore(node, before);
    }
    before = node;
  }
  first = from; last = to;
}
function move(event) {
  const steps = {ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8, Home: -Infinity, End: Infinity};
  if (!(event.key in steps) || !visible.length) return;
  event.preventDefault();
  const at = document.activeElement.closest?.('[data-index]');
  const now = at ? Number(at.dataset.index) : -1;
  const next = Math.max(0, Math.min(visible.length - 1, now + steps[event.key]));
  const scroll = byId('scroll'), height = rowHeight();
  if (next * height < scroll.scrollTop) scroll.scrollTop = next * height;
  if ((next + 1) * height > scroll.scrollTop + scroll.clientHeight) scroll.scrollTop = (next + 1) * height - scroll.clientHeight;
  paint();
  byId('rows').querySelector(`[data-index="${next}"] a`)?.focus({preventScroll: true});
}
function legend() {
  for (const mark of 'KLMWUY') {
    byId('legend').append(make('span', {title: MARKS[mark][2]}, draw('svg', {viewBox: '0 0 7 26', preserveAspectRatio: 'none', 'aria-hidden': 'true'}, draw('path', {class: 'm ' + mark, d: path(mark, 0, 7, 26)})), MARKS[mark][1]));
  }
  byId('legend').append(make('span', 'The worst of a day counts; today is on the right.'));
}

/* ---- One cluster */
function detail(one) {
  const box = byId('detail-in');
  const close = make('button', {type: 'button', 'aria-label': 'Close'}, 'Close');
  close.addEventListener('click', () => byId('detail').close());
  const pairs = [['Account', account(one.ac)], ['Region', D.rg[one.rg]], ['ARN', make('code', one.arn)], ['Resource id', make('code', one.id || 'unknown')],
    ['Promise', one.ru < 0 ? 'none' : `a copy no older than ${one.max} h, by ${D.ru[one.ru]}`],
    ['Newest good copy', one.newest ? `${moment(one.newest)}, ${length(D.at - one.newest)} before this report` : 'none'],
    ['It expires', one.newest ? (one.expires ? moment(one.expires) : 'never') : '–'],
    ['In progress', plural(one.copying, 'copy job')],
    ['Volume', one.gb < 0 ? 'size unknown' : `${number(one.gb)} GB`],
    ['In a row', `${plural(one.streak, 'day')} with a verified copy${one.streak >= D.d.max ? ', or more' : ''}`],
    [`In ${D.d.max} days`, one.share < 0 ? 'the promise did not count yet' : `promise kept on ${one.share} % of the days; worst gap ${plural(one.worst, 'day')}`]];
  const list = make('dl');
  pairs.forEach(([name, value]) => list.append(make('dt', name), make('dd', value)));
  const ladder = make('ul.ladder');
  RUNGS.slice(1).forEach(([name, words], index) => ladder.append(make('li', make('span.' + (index < one.rung ? 'yes' : 'no'), index < one.rung ? '✓' : '–'), make('span', name), make('span.quiet', words))));
  box.replaceChildren(make('div.top', make('div', make('h2', {id: 'detail-h'}, one.name), pill(one.mark)), close), make('div.facts', list),
    make('h3', 'How deeply the newest copy was checked'), ladder,
    make('h3', `The last ${plural(one.days.length, 'day')}`), strip(one.days, one.days.length, 'strip'), make('p.quiet', spoken(one.days) + '.'));
  const own = gaps.filter(gap => gap.c === one.index);
  if (own.length) {
    box.append(make('h3', 'Its gaps'));
    own.forEach(gap => box.append(make('article.card.group.' + SEVERITY[D.g[gap.group].v][0], make('h3', gap.kind), make('p.meta', `Since ${moment(gap.since)}`),
      make('dl', make('dt', 'What'), make('dd', gap.what), make('dt', 'Cause'), make('dd', gap.cause), make('dt', 'Do'), make('dd', gap.remedy)))));
  }
  box.append(make('h3', one.copies ? `Moments one can go back to: ${number(one.copies)}` : 'There is no moment one can go back to'));
  if (one.copies) {
    const times = make('ul.moments.num');
    let at = 0;
    for (const step of one.moments.split(',')) { at = at ? at - Number(step) : Number(step); times.append(make('li', moment(at))); }
    box.append(times);
    const left = one.copies - one.moments.split(',').length;
    if (left > 0) box.append(make('p.quiet', `and ${number(left)} older ones; the JSON names the oldest.`));
  }
  if (!byId('detail').open) byId('detail').showModal();
  byId('detail').scrollTop = 0;
}

/* ---- Charts */
function coverage() {
  const box = byId('days'), rows = D.d.rows;
  if (!rows.length) { box.append(make('p', 'No day is remembered yet.')); return; }
  const total = row => row.reduce((sum, count) => sum + count, 0);
  const share = row => total(row) === 0 ? null : Math.floor(row[0] * 100 / total(row));
  const today = share(rows[rows.length - 1]);
  box.append(make('p.big.num', today === null ? '–' : today + '%'), make('p.quiet', `of the clusters kept their promise today, counting the worst of the day; ${plural(rows.length, 'day')} remembered.`));
  const width = 560, height = 150, step = (560 - 40) / Math.max(rows.length, STRIP_DAYS), left = width - step * rows.length;
  const least = Math.min(...rows.map(row => total(row) ? row[0] * 100 / total(row) : 100));
  const base = least > 55 ? Math.floor((least - 5) / 10) * 10 : 0;
  const y = percent => height - height * Math.max(0, percent - base) / (100 - base);
  if (base) box.append(make('p.quiet', `The scale begins at ${base} %.`));
  const svg = draw('svg', {viewBox: `0 0 ${width} ${height + 24}`, class: 'chart', role: 'img', 'aria-label': `Share of clusters by day, ${dayOf(rows.length - 1)} to ${D.d.last}`});
  for (const percent of [base, (base + 100) / 2, 100]) svg.append(draw('line', {class: 'grid', x1: 40, x2: width, y1: y(percent), y2: y(percent)}), draw('text', {x: 34, y: y(percent) + 4, 'text-anchor': 'end'}, percent + ' %'));
  const order = 'KYUWLM';
  rows.forEach((row, index) => {
    const all = total(row);
    if (!all) return;
    let sum = 0;
    const bar = draw('g', {}, draw('title', {}, `${dayOf(rows.length - 1 - index)}: ${order.split('').map((mark, at) => `${number(row[at])} ${MARKS[mark][1]}`).filter(text => !text.startsWith('0 ')).join(', ')}`));
    row.forEach((count, at) => {
      if (!count) return;
      const from = y(sum * 100 / all);
      sum += count;
      const to = y(sum * 100 / all);
      if (from > to) bar.append(draw('rect', {class: 'm ' + order[at], x: left + index * step + step * .08, y: to, width: step * .84, height: from - to}));
    });
    svg.append(bar);
  });
  if (rows.length > 14) svg.append(draw('text', {x: left, y: height + 18}, dayOf(rows.length - 1)));
  svg.append(draw('text', {x: width, y: height + 18, 'text-anchor': 'end'}, D.d.last));
  box.append(svg, asTable(['Day', ...order.split('').map(mark => MARKS[mark][1])], rows.map((row, index) => [dayOf(rows.length - 1 - index), ...row.map(number)]).reverse()));
}
function asTable(heads, rows) {
  const body = make('div.over', {tabindex: 0, role: 'region', 'aria-label': 'Table of this chart'});
  const box = make('details', make('summary', 'As a table'), body);
  box.addEventListener('toggle', () => {
    if (!box.open || body.firstChild) return;
    const table = make('table', make('thead', make('tr', ...heads.map(head => make('th', {scope: 'col'}, head)))));
    table.append(make('tbody', ...rows.map(row => make('tr', ...row.map(cell => make('td', cell))))));
    body.append(table);
  });
  return box;
}
function lanes() {
  const box = byId('lanes');
  if (!D.l.length) box.append(make('div.card', make('p', 'There is no vault.')));
  for (const lane of D.l) {
    const {vault, slots, from, used, next, waiting, usual, done} = lane;
    const most = Math.max(slots, ...used, ...next, 1);
    const now = used[used.length - 1] || 0;
    const words = [waiting ? `${plural(waiting, 'copy').replace('copys', 'copies')} waiting for a slot.` : 'No copy waits for a slot.',
      usual ? `Half of them take ${length(usual)} or less.` : 'No copy has ended yet, so there is no forecast.', done ? `What is in progress and waiting ends at about ${moment(done)}.` : ''];
    const card = make('div.card.lane', make('p.big.num', `${number(now)} of ${number(slots)}`), make('p.quiet', `slots of ${vault} in use this hour, at most. `, words.filter(Boolean).join(' ')));
    const width = 560, height = 150, left = 26, step = (width - left) / 48;
    const y = value => height - height * value / most;
    const svg = draw('svg', {viewBox: `0 0 ${width} ${height + 24}`, class: 'chart', role: 'img', 'aria-label': `Slots in use by hour, the last 24 hours and a forecast of the next 24; at most ${Math.max(0, ...used)} and ${Math.max(0, ...next)} of ${slots}`});
    for (const value of [0, most]) svg.append(draw('line', {class: 'grid', x1: left, x2: width, y1: y(value), y2: y(value)}), draw('text', {x: left - 6, y: y(value) + 4, 'text-anchor': 'end'}, value));
    const bars = (values, offset, css) => values.forEach((value, index) => {
      if (value) svg.append(draw('rect', {class: css, x: left + (offset + index) * step + step * .12, y: y(value), width: step * .76, height: height - y(value), rx: 1.5}, draw('title', {}, `${moment(from + (offset + index) * 60)}: ${value}`)));
    });
    bars(used, 0, 'past');
    bars(next, 24, 'next');
    svg.append(draw('line', {class: 'limit', x1: left, x2: width, y1: y(slots), y2: y(slots)}), draw('line', {class: 'now', x1: left + 24 * step, x2: left + 24 * step, y1: 0, y2: height}),
      draw('text', {x: left, y: height + 18}, moment(from).slice(11, 16)), draw('text', {x: left + 24 * step, y: height + 18, 'text-anchor': 'middle'}, 'now'), draw('text', {x: width, y: height + 18, 'text-anchor': 'end'}, 'forecast, +24 h'));
    card.append(svg, asTable(['Hour', 'Slots'], used.concat(next).map((value, index) => [moment(from + index * 60) + (index < 24 ? '' : ' (forecast)'), value])));
    box.append(card);
  }
}
function costs() {
  const box = byId('cost'), {basis, accounts} = D.$;
  if (!basis.length) { box.append(make('p', 'The policies give no prices, so there is no estimate.')); return; }
  const dollars = cents => '$' + number(Math.round(cents / 100));
  const total = accounts.reduce((sum, one) => sum + one[4], 0);
  const unsized = accounts.reduce((sum, one) => sum + one[2], 0);
  box.append(make('p.big.num', `about ${dollars(total)} a month`), make('p.quiet', 'An estimate: size of each cluster’s volume, times its good copies, times the price of storage. Transfer between Regions, keys and discounts are not in it.'
    + (unsized ? ` ${plural(unsized, 'cluster')} with copies ${unsized === 1 ? 'is' : 'are'} not in it, since nobody knows the size.` : '')));
  const rows = accounts.slice().sort((a, b) => b[4] - a[4]);
  const most = rows.length ? rows[0][4] || 1 : 1;
  const table = body => make('table', make('thead', make('tr', make('th', {scope: 'col'}, 'Account'), make('th.r', {scope: 'col'}, 'Copies'), make('th.r', {scope: 'col'}, 'Stored'), make('th.r', {scope: 'col'}, 'A month'), make('td'))), body);
  const body = make('tbody');
  const show = (from, to) => rows.slice(from, to).forEach(([ac, copies, unknown, gb, cents]) => {
    const bar = make('div.bar');
    bar.style.width = Math.max(.5, cents * 100 / most) + '%';
    body.append(make('tr', make('td', account(ac)), make('td.r', number(copies)), make('td.r', `${number(gb)} GB${unknown ? ' and more' : ''}`), make('td.r', dollars(cents)), make('td.w', bar)));
  });
  show(0, COSTS_MAX);
  if (rows.length) box.append(make('div.over', {tabindex: 0, role: 'region', 'aria-label': 'Cost by account'}, table(body)));
  if (rows.length > COSTS_MAX) {
    const more = make('button', {type: 'button'}, `Show all ${number(rows.length)} accounts`);
    more.addEventListener('click', () => { show(COSTS_MAX, rows.length); more.remove(); });
    box.append(make('div.acts', more));
  }
  const sources = make('ul.plain.quiet');
  basis.forEach(text => sources.append(make('li', text)));
  box.append(sources);
}
function sentences(box, texts, tone) {
  const list = make('ul.plain' + (tone ? '.' + tone : ''));
  texts.forEach(text => list.append(make('li', text)));
  box.append(list);
}
function unseen() {
  const box = byId('dark');
  if (!D.n.length && !D.h.length) box.append(make('div.well.K', make('span.dot'), make('p', 'Everything was seen.')));
  if (D.n.length) sentences(box, D.n, 'M');
  const lines = (heading, all) => { if (all.length) { box.append(make('h3', heading)); sentences(box, all.map(([kind, subject, ac, rg, since]) => `${kind}: ${[subject, account(ac), rg].filter(Boolean).join(' · ')}, since ${moment(since)}`)); } };
  lines('Gaps that were open when last seen, and could not be seen this time', D.h);
  lines('Gaps that are gone with their cluster or account, not healed', D.o);
  const known = byId('known');
  if (D.f.length) sentences(known, D.f); else known.append(make('p.quiet', 'Nothing was left out.'));
}

/* ---- All of it */
let drawn = '';
function render() {
  readHash();
  const filter = FIELDS.map(field => chosen[field] || '').join('\n') + '\n' + (chosen.gap || '');
  if (filter !== drawn) {
    drawn = filter;
    for (const field of FIELDS) if (byId(field).value !== (chosen[field] || '')) byId(field).value = chosen[field] || '';
    byId('clear').hidden = !FIELDS.some(field => chosen[field]);
    byId('scroll').scrollTop = 0;
    groups();
    table();
    if (chosen.gap) reveal('gap-' + chosen.gap);
    else if (FIELDS.some(field => chosen[field]) && document.activeElement?.matches?.('a[href*="kind="],a[href*="standing="]')) byId('map').scrollIntoView();
  }
  const one = chosen.cluster && byArn.get(chosen.cluster);
  if (one) detail(one); else if (byId('detail').open) byId('detail').close();
  if (chosen.cluster && !one) byId('shown').textContent = 'The cluster of this link is not in this report.';
}
function reveal(id) {
  const node = byId(id);
  if (!node) {
    const dark = D.n.length || D.h.length;
    const over = dark ? 'it is over, or could not be seen this time, see below, or is named in another one.' : 'it is over, or named in another one.';
    byId('groups').prepend(make('div.card.well' + (dark ? '.U' : '.K'), make('span.dot'), make('p', 'The gap of this link is not in this report: ' + over)));
    return;
  }
  node.scrollIntoView({block: 'center', behavior: 'instant'});
  node.focus({preventScroll: true});
}
ring(); counts(); stale(); filters(); thead(); legend(); coverage(); lanes(); costs(); unseen();
byId('colophon').textContent = `Sweep ${D.sweep}. Times are UTC. Beside this page lie the same report as JSON and, for spreadsheets, as CSV.`;
byId('scroll').addEventListener('scroll', paint, {passive: true});
byId('table').addEventListener('keydown', move);
byId('detail').addEventListener('close', () => { readHash(); if (chosen.cluster) writeHash({cluster: ''}, true); });
byId('detail').addEventListener('click', event => { if (event.target === byId('detail')) byId('detail').close(); });
addEventListener('hashchange', render);
addEventListener('popstate', render);
let width = innerWidth;
addEventListener('resize', () => { if (innerWidth !== width) { width = innerWidth; table(); } else { first = -1; paint(); } });
addEventListener('beforeprint', () => {
  const rows = byId('rows');
  byId('scroll').style.height = 'auto';
  rows.replaceChildren(...visible.slice(0, PRINT_MAX).map(row));
  if (visible.length > PRINT_MAX) rows.append(make('div.empty', `and ${number(visible.length - PRINT_MAX)} more; choose with the filters before printing, or use the CSV.`));
});
addEventListener('afterprint', table);
render();
})();
