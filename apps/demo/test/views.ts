import { openSample, show, type Visit } from './browser.ts'

/** A view of the page, as far as pictures and checks of every view are concerned. */
export interface View {
  readonly name: string
  /** Leads there from the open sample. */
  readonly go: (visited: Visit) => Promise<void>
  /** Whether a picture of it is committed. */
  readonly golden: boolean
}

const project = (index: string) => async (visited: Visit) => {
  await visited.page.getByLabel('Project').selectOption(index)
}

/** Every view of the page with the whole sample open. */
export const views: readonly View[] = [
  {
    name: 'overview',
    golden: true,
    go: async (visited) => {
      await show(visited, 'Overview')
      await visited.page.getByRole('region', { name: 'Look here first' }).waitFor()
    },
  },
  {
    name: 'text',
    golden: true,
    go: async ({ page }) => {
      await page.locator('.chip', { hasText: 'Plant' }).first().hover()
      await page.locator('.arrow-overlay path[marker-end]').waitFor({ state: 'attached' })
    },
  },
  {
    name: 'boxes',
    golden: true,
    go: async (visited) => {
      await project('1')(visited)
      await visited.page.locator('.box polygon').first().waitFor()
    },
  },
  {
    name: 'table',
    golden: true,
    go: async (visited) => {
      await project('2')(visited)
      await visited.page.locator('.table-frame').waitFor()
    },
  },
  {
    name: 'audio',
    golden: false,
    go: async (visited) => {
      await project('3')(visited)
      await visited.page.locator('.time-line').waitFor()
    },
  },
  {
    name: 'document',
    golden: false,
    go: async (visited) => {
      await project('4')(visited)
      await visited.page.getByText('Wants an answer').first().waitFor()
    },
  },
  {
    name: 'conversation',
    golden: false,
    go: async (visited) => {
      await project('5')(visited)
      await visited.page.locator('.speaker').first().waitFor()
    },
  },
  {
    name: 'compare',
    golden: true,
    go: async (visited) => {
      await show(visited, 'Compare')
      await visited.page.getByRole('region', { name: 'By pair' }).waitFor()
    },
  },
  {
    name: 'beside',
    golden: false,
    go: async (visited) => {
      await show(visited, 'Compare')
      await visited.page.locator('.disagreements button').first().click()
      await visited.page.locator('.beside-table').waitFor()
    },
  },
  {
    name: 'ranking',
    golden: false,
    go: async (visited) => {
      await show(visited, 'Convert')
      await visited.page.locator('.ranking').waitFor()
    },
  },
  {
    name: 'convert',
    golden: true,
    go: async (visited) => {
      await show(visited, 'Convert')
      await visited.page.locator('input[value=conll]').check()
      await visited.page.getByRole('list', { name: 'Options that lose less' }).waitFor()
      await visited.page.locator('.convert-outcome').hover()
    },
  },
  {
    name: 'problems',
    golden: false,
    go: async (visited) => {
      await show(visited, 'Problems')
      await visited.page.getByText('Reading options').click()
    },
  },
]

/** Opens the sample and goes to a view. */
export async function openView(visited: Visit, view: View): Promise<void> {
  await openSample(visited)
  await view.go(visited)
}
