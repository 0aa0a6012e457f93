/**
 * A spot that a person can be sent to: which page it is on, and the role and the accessible name
 * by which it is found there. What is called otherwise as one goes on, such as a menu with the
 * name of who is signed in, begins with its name.
 */
export type Place = {
  /** The route it is on; `*` is every page of the console. */
  page: string
  /** Other routes that show the same. */
  alsoOn?: readonly string[]
  role:
    | 'button'
    | 'link'
    | 'textbox'
    | 'tab'
    | 'radio'
    | 'checkbox'
    | 'region'
    | 'combobox'
    | 'searchbox'
    | 'menuitem'
    | 'radiogroup'
  name: string
}

/** The places on one page, or on several that show the same: role and name by ID. */
export const on = <Id extends string>(
  pages: string | readonly [page: string, ...alsoOn: string[]],
  rows: Record<Id, readonly [role: Place['role'], name: string]>
): Record<Id, Place> => {
  const [page, ...alsoOn] = typeof pages === 'string' ? [pages] : pages
  const where = alsoOn.length > 0 ? { page, alsoOn } : { page }
  // the same keys, each with its row made into a place
  return Object.fromEntries(
    Object.entries<readonly [Place['role'], string]>(rows).map(([id, [role, name]]) => [
      id,
      { ...where, role, name },
    ])
  ) as Record<Id, Place>
}
