import type { Locator, Page } from 'playwright-core';

/** Types a day, YYYY-MM-DD, into a date field of a form. */
export async function typeDay(form: Locator, label: string, value: string): Promise<void> {
  await form.getByLabel(label).fill(value);
  await form.getByLabel(label).press('Enter');
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

/** Opens the form behind a button; a form that is called as its button needs no title. */
export async function openForm(page: Page, button: string, title: string | RegExp = button): Promise<Locator> {
  await page.getByRole('button', { name: button, exact: true }).first().click();
  return page.getByRole('dialog', { name: title });
}
