import type { Locator, Page } from 'playwright-core';

/** Opens the form behind a button; its title is the button's word unless it is said. */
export async function asked(page: Page, button: string, title: string | RegExp = button): Promise<Locator> {
  await page.getByRole('button', { name: button, exact: true }).click();
  return page.getByRole('dialog', { name: title });
}

/** Texts and numbers by their labels. */
export async function typeIn(form: Locator, typed: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, text] of Object.entries(typed)) await form.getByLabel(label, { exact: true }).fill(text);
}

/** A day, YYYY-MM-DD, chosen by Enter. */
export async function dayIn(form: Locator | Page, label: string, day: string): Promise<void> {
  await form.getByLabel(label, { exact: true }).fill(day);
  await form.getByLabel(label, { exact: true }).press('Enter');
}

/** Gives the command; the form goes when it is recorded. */
export async function given(form: Locator, button: string): Promise<void> {
  await form.getByRole('button', { name: button, exact: true }).click();
  await form.waitFor({ state: 'hidden' });
}

/** Chooses from the list that a field opens. */
export async function chooseOption(
  page: Page,
  form: Locator,
  label: string | RegExp,
  option: string | RegExp,
): Promise<void> {
  await form.getByLabel(label).click();
  await page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)').getByTitle(option).click();
}

/** The tree of organizations behind a field, opened one step below its top. */
export async function openTree(page: Page, form: Locator, label: RegExp | string): Promise<Locator> {
  await form.getByLabel(label).click();
  const tree = page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-tree');
  await tree.locator('.ant-select-tree-switcher_close').first().click();
  return tree;
}
