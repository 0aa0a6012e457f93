/** Whether somebody has gone on from the explanation since this tab was opened. */
let isKnown = false

export const setExplained = () => {
  isKnown = true
}

/** Who comes by a link that says which role needs none either. */
export const isExplained = (search: string) =>
  isKnown || /[?&](?:account|roleName)=/.test(search)
