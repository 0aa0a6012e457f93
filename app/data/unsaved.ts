/** Forms with something in them that leaving would lose. */
import { confirm } from '~/stores/confirm'

const forms = new Set<symbol>()

/** Counts a form until the function that it returns is called. */
export function holdUnsaved() {
  const form = Symbol('form')
  forms.add(form)
  return () => {
    forms.delete(form)
  }
}

export const leaveQuestion = {
  header: 'Leave page',
  content:
    "Are you sure that you want to leave the current page? The changes that you made won't be saved.",
  confirm: 'Leave',
}

/** Becoming somebody else empties the page one is on, so it is asked about like leaving it. */
export function whenNothingIsLost(act: () => void) {
  if (forms.size === 0) act()
  else confirm({ ...leaveQuestion, run: act })
}
