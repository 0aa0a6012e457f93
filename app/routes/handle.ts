import type { AppLayoutProps } from '@cloudscape-design/components/app-layout'
import type { Params, UIMatch } from 'react-router'
import { useMatches } from 'react-router'

import type { HelpTopic } from '~/components/help/topics'
import { nameOf } from '~/engine/arn'
import { feature, word, type WordId } from '~/lib/words'

/**
 * The last crumb is the page itself; a text that begins with a colon is a parameter. What editions
 * call by other names has a word instead.
 */
export type Crumb = ({ text: string } | { word: WordId }) & { href?: string }

/** What the frame needs to know of a page. */
export type Handle = {
  service?: 'iam' | 's3' | 'cloudtrail'
  crumbs: Crumb[]
  help?: HelpTopic
  contentType?: AppLayoutProps.ContentType
}

const isHandle = (handle: unknown): handle is Handle =>
  typeof handle === 'object' && handle !== null && 'crumbs' in handle

/** A parameter as it is, but for an ARN, of which the name is enough. */
function fill(text: string, params: Params) {
  if (!text.startsWith(':')) return text
  const value = params[text.slice(1)] ?? text
  return value.startsWith('arn:') ? nameOf(value) : value
}

const serviceNames = { iam: 'IAM', s3: 'S3', cloudtrail: 'CloudTrail' }

export type PageFrame = Omit<Handle, 'crumbs'> & {
  crumbs: { text: string; href?: string }[]
  title: string
}

const textOf = (crumb: Crumb, params: Params) =>
  'word' in crumb ? word(crumb.word) : fill(crumb.text, params)

function toFrame({ handle, params }: UIMatch): PageFrame | undefined {
  if (!isHandle(handle)) return undefined
  const isLong = handle.service !== 'iam' || feature('breadcrumbs.service')
  const crumbs = handle.crumbs.map((crumb) => ({
    text: textOf(crumb, params),
    ...(crumb.href ? { href: fillPath(crumb.href, params) } : {}),
  }))
  const last = crumbs.at(-1)?.text ?? 'Console Home'
  const service = handle.service ? `${serviceNames[handle.service]} | Global` : 'Understudy'
  return {
    ...handle,
    crumbs: isLong ? crumbs : crumbs.slice(1),
    title: `${last} | ${service}`,
  }
}

const fillPath = (href: string, params: Params) =>
  href.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))

export function usePageFrame(): PageFrame {
  const frames = useMatches().flatMap((match) => toFrame(match) ?? [])
  return frames.at(-1) ?? { crumbs: [], title: 'Understudy' }
}
