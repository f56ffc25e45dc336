// Types a query into Neo4j Browser and photographs what it shows.
import { chromium } from "playwright-core";

const [executablePath, address, query, path] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
const page = await browser.newPage({ viewport: { width: 1000, height: 620 } });
await page.goto(address);
await page.getByText("You have a working connection").waitFor({ timeout: 120000 });
for (const line of [":clear", query]) {
  await page.locator(".monaco-editor").first().click();
  await page.keyboard.insertText(line);
  await page.keyboard.press("Control+Enter");
  await page.waitForTimeout(3000);
}
await page.locator("svg .node").first().waitFor();
await page.waitForTimeout(5000);
await page.screenshot({ path });
await browser.close();
