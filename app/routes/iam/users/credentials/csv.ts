const field = (text: string) =>
  /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text

export const csvText = (rows: string[][]) =>
  `${rows.map((row) => row.map(field).join(',')).join('\n')}\n`

export const csvFile = (rows: string[][]) => new Blob([csvText(rows)], { type: 'text/csv' })
