import type { CreateAnalyzerRequest } from '@aws-sdk/client-accessanalyzer'
import type { TagField } from '~/components/tag-fields'

export type Analysis = 'external' | 'unused'

export type AnalyzerForm = {
  analysis: Analysis
  zone: 'account' | 'organization'
  name: string
  /** As it is typed. */
  days: string
}

const names: Record<Analysis, string> = {
  external: 'ExternalAccess-ConsoleAnalyzer',
  unused: 'UnusedAccess-ConsoleAnalyzer',
}

/** `type` is that of the link: the API's name for it. */
export function blankAnalyzer(type: string | null): AnalyzerForm {
  const analysis = type?.endsWith('UNUSED_ACCESS') ? 'unused' : 'external'
  const zone = type?.startsWith('ORGANIZATION') ? 'organization' : 'account'
  return { analysis, zone, name: names[analysis], days: '90' }
}

/** A name that was not typed goes with the kind of analysis. */
export const withAnalysis = (form: AnalyzerForm, analysis: Analysis): AnalyzerForm => ({
  ...form,
  analysis,
  name: form.name === names[form.analysis] ? names[analysis] : form.name,
})

export type AnalyzerProblems = { name?: string; days?: string }

export function problemsOf({ analysis, name, days }: AnalyzerForm): AnalyzerProblems {
  const count = Number(days)
  const isGoodAge = /^\d+$/.test(days) && count >= 1 && count <= 365
  return {
    ...(name === '' ? { name: 'Name is required.' } : {}),
    ...(name !== '' && !/^[A-Za-z][\w.-]{0,254}$/.test(name)
      ? {
          name: 'The name must begin with a letter and have letters, numbers, periods (.), underscores (_) and hyphens (-) alone, 255 characters at most.',
        }
      : {}),
    ...(analysis === 'unused' && !isGoodAge
      ? { days: 'Enter a whole number of days from 1 to 365.' }
      : {}),
  }
}

const types = {
  external: { account: 'ACCOUNT', organization: 'ORGANIZATION' },
  unused: {
    account: 'ACCOUNT_UNUSED_ACCESS',
    organization: 'ORGANIZATION_UNUSED_ACCESS',
  },
} as const

export const requestOf = (form: AnalyzerForm, tags: TagField[]): CreateAnalyzerRequest => ({
  analyzerName: form.name,
  type: types[form.analysis][form.zone],
  ...(form.analysis === 'unused'
    ? { configuration: { unusedAccess: { unusedAccessAge: Number(form.days) } } }
    : {}),
  ...(tags.length > 0
    ? { tags: Object.fromEntries(tags.map(({ key, value }) => [key, value])) }
    : {}),
})
