// Opens the report's pages in a real Chromium and says of each claim whether it held: a line of JSON each.
// Arguments: a folder with pages.json, which names the pages and what is in them.
import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {createRequire} from 'node:module';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {chromium} from 'playwright-core';

const folder = process.argv[2];
const pages = JSON.parse(readFileSync(join(folder, 'pages.json'), 'utf8'));
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const found = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable'].find(existsSync);

// A busy machine takes its time.
const LAUNCHED_WITHIN = 180_000, HAPPENS_WITHIN = 120_000;

async function launch() {
  if (found) return chromium.launch({timeout: LAUNCHED_WITHIN, executablePath: found, args: ['--no-sandbox']});
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs20.x'; // asks the package for its own libraries, too
  const packed = (await import('@sparticuz/chromium')).default;
  // A process of its own for each page: with one for all, closing a page may end the browser.
  return chromium.launch({timeout: LAUNCHED_WITHIN, executablePath: await packed.executablePath(), args: packed.args.filter(arg => arg !== '--single-process')});
}

const browser = await launch();
let ends = false;
browser.on('disconnected', () => {
  if (ends) return;
  console.error('the browser ended before its time');
  process.exit(1);
});
const SOON = '2026-11-27T08:00:00Z';

/* Opens a page, lets a claim look at it, and fails where anything was logged, thrown or asked of a network. */
async function look(name, claim, {hash = '', width = 1360, height = 900, dark = false, at = SOON, script = true, calm = true} = {}) {
  const context = await browser.newContext({viewport: {width, height}, colorScheme: dark ? 'dark' : 'light', javaScriptEnabled: script, bypassCSP: false});
  const page = await context.newPage();
  page.setDefaultTimeout(HAPPENS_WITHIN);
  const noise = [], asked = [];
  page.on('console', message => noise.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', error => noise.push(`thrown: ${error.message}`));
  page.on('dialog', dialog => { noise.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on('request', request => asked.push(request.url()));
  await page.clock.setFixedTime(new Date(at));
  const url = pathToFileURL(join(folder, pages[name].file)).href;
  await page.goto(url + hash);
  if (script) await page.waitForSelector('#rows > *');
  await claim(page, pages[name]);
  if (calm) {
    assert.deepEqual(noise, []);
    assert.deepEqual([...new Set(asked.map(one => one.split('#')[0]))].filter(one => !one.startsWith('data:')), [url]);
  }
  await context.close();
}
const text = (page, selector) => page.locator(selector).first().innerText();
const rows = page => page.locator('#rows [role=row]');
const shown = page => text(page, '#shown');

/* In the page: whether every row that belongs where the table is scrolled to is there. */
function drawn() {
  const box = document.getElementById('scroll');
  const height = parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--row'));
  const count = Number(document.getElementById('table').getAttribute('aria-rowcount')) - 1;
  const end = Math.min(count, Math.ceil((box.scrollTop + box.clientHeight) / height));
  for (let index = Math.floor(box.scrollTop / height); index < end; index++) {
    if (!document.querySelector(`#rows [data-index="${index}"]`)) return false;
  }
  return true;
}

const claims = {
  async 'says first how safe we are, then the rest in its order'() {
    await look('fifty', async (page, it) => {
      assert.equal(await text(page, 'h1'), `${it.protected} of ${it.clusters} clusters are protected`);
      assert.equal(await page.locator('#ring svg').getAttribute('aria-label'), `${it.protected} of ${it.clusters} clusters protected`);
      assert.equal(await text(page, '.trouble'), `${it.gaps.length} gaps · 1 account not seen`);
      assert.deepEqual(await page.locator('h2').allInnerTexts(), ['What is wrong, and what to do', 'Every cluster, day by day', 'Copy slots over the day', 'Coverage over time', 'What the copies cost estimate', 'What could not be seen', 'Worth knowing']);
      assert.match(await text(page, '#dark'), /AccessDenied: the survey role is not there/);
      assert.match(await text(page, '#cost'), /An estimate: .* read on 2026-11-27/s);
      assert.match(await text(page, '#lanes'), /5 of 5.*7 copies waiting for a slot/s);
    });
  },
  async 'shows every gap with its cause, remedy and runbook'() {
    await look('fifty', async (page, it) => {
      for (const gap of it.gaps) {
        const card = page.locator(`article[data-kind=${gap.kind}]`, {has: page.locator(`#gap-${gap.id}`)});
        assert.match(await card.innerText(), /Cause.*Do/s);
        await card.locator('summary', {hasText: 'Runbook'}).click();
        await card.getByText('It is over when').waitFor();
        assert.match(await card.innerText(), /It is over when/);
      }
    });
  },
  async 'has a row for every cluster, the worst first'() {
    await look('fifty', async (page, it) => {
      assert.equal(await page.locator('#table').getAttribute('aria-rowcount'), String(it.clusters + 1));
      assert.equal(await rows(page).first().locator('.c-mark').innerText(), 'Missing');
      const names = new Set();
      for (let top = 0; top < 50 * 58; top += 400) {
        await page.locator('#scroll').evaluate((box, to) => { box.scrollTop = to; }, top);
        await page.waitForFunction(drawn);
        (await rows(page).locator('.c-who a').allInnerTexts()).forEach(name => names.add(name));
      }
      assert.deepEqual([...names].sort(), it.names.slice().sort());
    });
  },
  async 'tells a strip of days in words, too'() {
    await look('fifty', async page => assert.match(await rows(page).first().locator('svg').getAttribute('aria-label'), /^35 days: \d+ kept.*missing/));
  },
  async 'narrows by search, account, Region, promise, kind and standing, and widens again'() {
    await look('fifty', async (page, it) => {
      await page.fill('#q', it.names[43]);
      assert.equal(await shown(page), `1 of ${it.clusters} clusters`);
      await page.click('#clear');
      assert.equal(await shown(page), `${it.clusters} clusters`);
      for (const [field, value, count] of it.filters) {
        await page.selectOption('#' + field, value);
        assert.equal(await shown(page), `${count} of ${it.clusters} clusters`, `${field} ${value}`);
        await page.waitForFunction(wanted => location.hash.includes(wanted), field + '=');
        await page.click('#clear');
      }
      await page.fill('#q', 'no such thing');
      assert.match(await text(page, '#rows'), /No cluster fits/);
      assert.match(await text(page, '#groups'), /No gap fits/);
    });
  },
  async 'shows what the sender of a link had chosen'() {
    const [field, value, count] = pages.fifty.filters[0];
    await look('fifty', async (page, it) => {
      assert.equal(await page.inputValue('#' + field), value);
      assert.equal(await shown(page), `${count} of ${it.clusters} clusters`);
    }, {hash: `#${field}=${encodeURIComponent(value)}`});
  },
  async 'opens the cluster of a link, with the moments one can go back to'() {
    const it = pages.fifty.kept;
    await look('fifty', async page => {
      const detail = await text(page, '#detail');
      assert.ok(detail.includes(it.arn));
      assert.match(detail, /Moments one can go back to: 35/);
      assert.ok(detail.includes(it.newest));
      await page.keyboard.press('Escape');
      assert.equal(await page.locator('#detail').evaluate(box => box.open), false);
      await page.waitForFunction(() => location.hash === '');
    }, {hash: '#cluster=' + encodeURIComponent(it.arn)});
  },
  async 'says that the cluster or gap of a link is not in this report'() {
    await look('fifty', async page => assert.match(await shown(page), /not in this report/), {hash: '#cluster=arn:aws:rds:eu-west-1:1:cluster:no'});
    await look('fifty', async page => assert.match(await text(page, '#groups'), /not in this report/), {hash: '#gap=0000000000000000'});
  },
  async 'goes to the gap of a link'() {
    const gap = pages.many.gaps.at(-1);
    await look('many', async page => {
      assert.equal(await page.evaluate(() => document.activeElement.id), `gap-${gap.id}`);
      assert.match(await text(page, `#gap-${gap.id}.hit`), /Do: /);
      assert.ok(await page.locator(`#gap-${gap.id}`).evaluate(node => { const box = node.getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight; }));
    }, {hash: '#gap=' + gap.id});
  },
  async 'can be used with the keyboard alone'() {
    await look('fifty', async page => {
      await page.focus('#scroll');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      const second = await page.evaluate(() => document.activeElement.textContent);
      assert.equal(second, await rows(page).nth(1).locator('a').innerText());
      await page.keyboard.press('Enter');
      assert.equal(await text(page, '#detail-h'), second);
      await page.keyboard.press('Escape');
      assert.equal(await page.evaluate(() => document.activeElement.textContent), second);
      await page.keyboard.press('End');
      assert.equal(await page.evaluate(() => document.activeElement.closest('[aria-rowindex]').getAttribute('aria-rowindex')), '51');
    });
  },
  async 'sorts by its columns and says so'() {
    await look('fifty', async (page, it) => {
      await page.click('[data-sort=name] button');
      assert.equal(await page.locator('[data-sort=name]').getAttribute('aria-sort'), 'ascending');
      assert.equal(await rows(page).first().locator('a').innerText(), it.names.slice().sort((a, b) => a.localeCompare(b))[0]);
      await page.click('[data-sort=name] button');
      assert.equal(await page.locator('[data-sort=name]').getAttribute('aria-sort'), 'descending');
      assert.equal(await page.locator('[aria-sort]').count(), 1);
    });
  },
  async 'says when it is old, and does not while it is young'() {
    await look('fifty', async page => assert.ok(await page.locator('#stale').isHidden()), {at: '2026-11-28T07:59:00Z'});
    await look('fifty', async page => assert.match(await text(page, '#stale'), /This report is 3 d old/), {at: '2026-11-30T07:00:00Z'});
  },
  async 'prints every cluster'() {
    await look('fifty', async (page, it) => {
      await page.emulateMedia({media: 'print'});
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      assert.equal(await rows(page).count(), it.clusters);
      assert.ok(await page.locator('#filters').isHidden());
      assert.ok((await page.pdf()).length > 10_000);
    });
  },
  async 'answers without scripts, too'() {
    await look('fifty', async (page, it) => {
      assert.equal(await text(page, 'h1'), `${it.protected} of ${it.clusters} clusters are protected`);
      assert.match(await text(page, 'noscript'), /the CSV files beside it/);
    }, {script: false});
  },
  async 'says that nothing was found'() {
    await look('none', async page => {
      assert.equal(await text(page, 'h1'), 'No Aurora cluster was found');
      assert.match(await text(page, '#rows'), /No Aurora cluster was seen/);
    });
  },
  async 'stays small with 5,000 clusters'() {
    await look('many', async (page, it) => {
      assert.equal(await shown(page), '5,000 clusters');
      assert.ok(await rows(page).count() < 40);
      assert.ok(await page.evaluate(() => document.querySelectorAll('*').length) < 4_000);
      await page.locator('#scroll').evaluate(box => { box.scrollTop = box.scrollHeight; });
      await page.locator('[aria-rowindex="5001"]').waitFor();
      assert.ok(await rows(page).count() < 40);
      await page.fill('#q', it.names[4_321]);
      assert.equal(await rows(page).first().locator('a').innerText(), it.names[4_321]);
    });
  },
  async 'lets no foreign text become markup'() {
    await look('hostile', async page => {
      assert.equal(await page.locator('img, iframe, object, embed, link[rel=stylesheet], body script:not(#data):not(:last-of-type)').count(), 0);
      assert.equal(await page.locator('script').count(), 2);
      assert.ok((await rows(page).first().locator('.c-who').innerText()).includes('onerror=alert(1)'));
      assert.ok((await page.locator('#account option').nth(1).innerText()).includes('<img src=x'));
      await rows(page).first().locator('a').click();
      assert.ok((await text(page, '#detail')).includes('</script><img src=x onerror=alert(1)>'));
      assert.equal(await page.locator('#detail img').count(), 0);
    });
  },
  async 'could not reach a network, or run a foreign script, if it wanted to'() {
    let asked = 0;
    const server = createServer((request, answer) => { asked++; answer.end(); });
    await new Promise(done => server.listen(0, '127.0.0.1', done));
    await look('fifty', async page => {
      const said = await page.evaluate(async away => {
        const stopped = [];
        document.addEventListener('securitypolicyviolation', event => stopped.push(event.effectiveDirective));
        await fetch(away).catch(() => stopped.push('fetch refused'));
        const image = new Image();
        image.src = away + 'x.png';
        const script = document.createElement('script');
        script.textContent = 'window.ran = true';
        document.body.append(image, script);
        document.body.insertAdjacentHTML('beforeend', '<p onclick="window.ran = true" style="color:red" id="bad">x</p>');
        document.getElementById('bad').click();
        await new Promise(done => setTimeout(done, 100));
        return {stopped: stopped.sort(), ran: window.ran === true};
      }, `http://127.0.0.1:${server.address().port}/`);
      assert.deepEqual(said, {stopped: ['connect-src', 'fetch refused', 'img-src', 'script-src-attr', 'script-src-elem', 'style-src-attr'], ran: false});
    }, {calm: false});
    server.close();
    assert.equal(asked, 0);
  },
  async 'fits a phone'() {
    for (const name of ['fifty', 'hostile']) {
      await look(name, async page => assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= 390, name), {width: 390, height: 844});
    }
  },
  async 'satisfies axe in light, in dark, on a phone and with a cluster open'() {
    const kept = '#cluster=' + encodeURIComponent(pages.fifty.kept.arn);
    for (const how of [{}, {dark: true}, {width: 390, height: 844}, {hash: kept}, {hash: kept, dark: true}]) {
      await look('fifty', page => accessible(page, how), how);
    }
    await look('none', page => accessible(page, 'nothing'));
    await look('many', page => accessible(page, 'many'));
  },
};

/* In an isolated world of its own axe would be stopped by the page's policy; evaluate() is not. */
async function accessible(page, how) {
  await page.evaluate(axe);
  const {violations, passes} = await page.evaluate(() => globalThis.axe.run(document, {resultTypes: ['violations']}));
  assert.deepEqual(violations.map(one => `${one.id}: ${one.nodes.map(node => node.target.join(' ')).slice(0, 3).join(' | ')}`), [], JSON.stringify(how));
  assert.ok(passes.length > 20);
}

let failed = 0;
for (const [name, claim] of Object.entries(claims)) {
  try {
    await claim();
    console.log(JSON.stringify({name, problem: ''}));
  } catch (wrong) {
    failed++;
    console.log(JSON.stringify({name, problem: String(wrong.stack).slice(0, 2_000)}));
  }
}
console.log(JSON.stringify({browser: browser.version(), failed}));
ends = true;
await browser.close();
