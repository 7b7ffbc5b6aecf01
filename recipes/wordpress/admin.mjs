// What an author does in WordPress's admin area, in a browser.

import { PASSWORD } from "./site.mjs";

/** High enough to show the widget with the sidebar beside it. */
const VIEWPORT = { width: 1400, height: 1000 };
/** The block that the plugin adds. */
export const BLOCK = "career-ladder/ladder";

/**
 * Logs in, and opens a page of the admin area whose errors and warnings are recorded.
 * @param {import("playwright-core").Browser} browser
 * @param {string} url of the site
 * @param {string} user
 * @returns {Promise<import("playwright-core").Page & { errors: string[], warnings: string[] }>}
 */
export async function logIn(browser, url, user) {
  const context = await browser.newContext({ viewport: VIEWPORT });
  // The admin area asks other sites for pictures of people, and is not loaded until they answer.
  await context.route((address) => address.origin !== new URL(url).origin, (route) => route.abort());
  const page = Object.assign(await context.newPage(), { errors: [], warnings: [] });
  page.on("pageerror", (error) => page.errors.push(String(error.stack ?? error)));
  page.on("console", (message) => message.type() === "warning" && page.warnings.push(message.text()));
  await page.goto(`${url}wp-login.php`);
  await page.getByLabel("Username or Email Address").fill(user);
  await page.locator("#user_pass").fill(PASSWORD);
  await page.getByRole("button", { name: "Log In" }).click();
  await page.waitForURL("**/wp-admin/**");
  return page;
}

/**
 * Where the post is edited: the page itself, or, in newer versions of WordPress, a frame.
 * @typedef {import("playwright-core").Page | import("playwright-core").FrameLocator} Canvas
 */

/**
 * Opens the block editor for a post, or for a new one.
 * @param {import("playwright-core").Page} page
 * @param {string} url of the site
 * @param {number} [post]
 * @returns {Promise<Canvas>}
 */
export async function openEditor(page, url, post) {
  await page.goto(`${url}wp-admin/${post ? `post.php?post=${post}&action=edit` : "post-new.php"}`);
  await page.waitForFunction(() => window.wp?.data?.select("core/editor")?.getCurrentPostId());
  const frame = page.frameLocator('iframe[name="editor-canvas"]');
  await Promise.any([page, frame].map((canvas) => titleOf(canvas).waitFor()));
  return (await titleOf(page).count()) ? page : frame;
}

/**
 * The field for the post's title.
 * @param {Canvas} canvas
 */
export function titleOf(canvas) {
  return canvas.locator(".wp-block-post-title");
}

/**
 * Inserts the block as an author does: by typing its name after a slash.
 * @param {import("playwright-core").Page} page
 * @param {Canvas} canvas
 */
export async function insertBlock(page, canvas) {
  await canvas.getByRole("button", { name: /Add default block/ }).click();
  await page.keyboard.type("/career");
  await page.getByRole("option", { name: "Career ladder" }).click();
  await canvas.locator(`[data-type="${BLOCK}"] career-ladder`).last().waitFor();
}

/**
 * The attributes of the block in the editor. Fails if the editor takes a block for broken.
 * @param {import("playwright-core").Page} page
 * @returns {Promise<Record<string, any>>}
 */
export async function blockAttributes(page) {
  const { attributes, isValid } = await page.evaluate((name) => {
    const blocks = window.wp.data.select("core/block-editor").getBlocks();
    const block = blocks.find((block) => block.name === name);
    return { attributes: block?.attributes, isValid: blocks.every((block) => block.isValid) };
  }, BLOCK);
  if (!attributes || !isValid) {
    throw new Error(attributes ? "the editor calls a block broken" : "the block is not in the editor");
  }
  const warnings = await page.getByText(/unexpected or invalid content/).count();
  if (warnings) {
    throw new Error("the editor says that a block has unexpected content");
  }
  return attributes;
}

/**
 * Publishes the post, or saves it again.
 * @param {import("playwright-core").Page} page
 * @returns {Promise<{ id: number, link: string, content: string }>} `content` as it is stored
 */
export async function savePost(page) {
  const isNew = await page.evaluate(() => window.wp.data.select("core/editor").getCurrentPost().status !== "publish");
  if (isNew) {
    await page.getByRole("button", { name: "Publish", exact: true }).click();
    await page.getByRole("region", { name: "Editor publish" }).getByRole("button", { name: "Publish", exact: true }).click();
    await page.getByText(/is now live/).first().waitFor();
  } else {
    await page.evaluate(() => window.wp.data.dispatch("core/editor").savePost());
  }
  return page.evaluate(() => {
    const { id, link, content } = window.wp.data.select("core/editor").getCurrentPost();
    return { id, link, content };
  });
}

/**
 * Publishes a post, as other programs do.
 * @param {import("playwright-core").Page} page in the block editor
 * @param {string} title
 * @param {string} content
 * @returns {Promise<{ id: number, link: string, excerpt: string }>}
 */
export function publishPost(page, title, content) {
  return page.evaluate(
    async (data) => {
      const post = await window.wp.apiFetch({ path: "/wp/v2/posts", method: "POST", data: { ...data, status: "publish" } });
      return { id: post.id, link: post.link, excerpt: post.excerpt.rendered };
    },
    { title, content },
  );
}

/**
 * Shows the settings of the block in the sidebar.
 * @param {import("playwright-core").Page} page
 */
export async function selectBlock(page) {
  await page.evaluate((name) => {
    const block = window.wp.data.select("core/block-editor").getBlocks().find((block) => block.name === name);
    window.wp.data.dispatch("core/block-editor").selectBlock(block.clientId);
    window.wp.data.dispatch("core/edit-post").openGeneralSidebar("edit-post/block");
  }, BLOCK);
  await page.getByLabel("First screen").waitFor();
}

/**
 * Opens the classic editor for a new post, at its text.
 * @param {import("playwright-core").Page} page
 * @param {string} url of the site
 * @param {string} title
 */
export async function openClassicEditor(page, url, title) {
  await page.context().addCookies([{ name: "classic", value: "1", url }]);
  await page.goto(`${url}wp-admin/post-new.php`);
  await page.locator("#title").fill(title);
  await page.locator("#content-html").click();
}

/** How often the button of the classic editor is pressed: it does nothing while a draft is saved by itself. */
const PRESSES = 5;

/**
 * Publishes or updates the post in the classic editor.
 * @param {import("playwright-core").Page} page
 * @param {"published" | "updated"} what
 * @returns {Promise<string>} the address of the post
 */
export async function saveClassic(page, what) {
  const message = page.locator("#message").getByText(`Post ${what}`);
  for (let press = 1; !(await message.count()); press++) {
    await page.locator("#publish:not(.disabled)").click();
    await message.waitFor({ timeout: press < PRESSES ? 5_000 : 30_000 }).catch((error) => {
      if (press >= PRESSES) {
        throw error;
      }
    });
  }
  // The buttons above the text do nothing before.
  await page.waitForLoadState();
  return /** @type {string} */ (await page.locator("#message a").first().getAttribute("href"));
}
