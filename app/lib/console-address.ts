/**
 * Addresses of the real console, in every form people have pasted, as addresses of this one.
 * AWS documents few of them: they are what its pages have shown in the address bar since 2012.
 */
import {
  accountOfHost,
  isAwsHost,
  isS3Host,
  isSignInHost,
  isSimulatorHost,
} from './aws-host'
import { cloudTrailAddress } from './console-address/cloudtrail'
import { addressOfArn } from './console-address/by-arn'
import { iamAddress } from './console-address/iam'
import { readParameters } from './console-address/parameters'
import { s3Address } from './console-address/s3'
import { simulatorAddress } from './console-address/simulator'
import {
  accountSignIn,
  hashInState,
  switchRoleAddress,
  throughSignIn,
} from './console-address/sign-in'
import { decodeFully } from './console-address/text'
import { pb } from './path-builder'

/** A destination may name another destination, but nobody means more than a few. */
const DEEPEST = 4

const HOST = 'https://console.aws.amazon.com'

type Address = { host: string; path: string; search: string; hash: string }

function urlOf(address: string) {
  try {
    return new URL(address.trim(), HOST)
  } catch {
    return undefined
  }
}

function parse(address: string): Address | undefined {
  const url = urlOf(address)
  if (!url || !/^https?:$/.test(url.protocol) || !isAwsHost(url.hostname)) return undefined
  const { hostname: host, pathname: path, search } = url
  return { host, ...splitPath(path, search, url.hash || hashInState(search)) }
}

/** Where pages live behind a hash, one that was encoded along has become part of the path. */
function splitPath(path: string, search: string, hash: string) {
  const isHashed = /^\/(?:iam|iamv2|cloudtrail|cloudtrailv2)\b/i.test(path)
  const [before = '', ...behind] = path.split(/%(?:25)*23/)
  if (!isHashed || behind.length === 0) return { path, search, hash }
  return { path: before, search: '', hash: `#${behind.join('#')}${search}` }
}

/**
 * The address of ours that opens the same page with the same form filled in, or undefined when
 * no form covers it. Takes a whole URL of one of AWS's hosts, or path, query and hash as they
 * arrive at any host. Every address it returns is one of our own paths.
 */
export function consoleAddress(address: string): string | undefined {
  return read(address, DEEPEST)
}

/** The account that a link is meant for, as far as it says: for the sign-in form. */
export function accountHint(address: string): string | undefined {
  const found = parse(address)
  if (!found) return undefined
  const { host, path, search, hash } = found
  const isThrough = /^\/(?:oauth|signin|start)\b/i.test(path)
  const given = readParameters(search, hash.slice(hash.indexOf('?') + 1))
  const behind = given.url('Destination', 'redirect_uri')
  return (
    accountOfHost(host) ??
    (isThrough ? given.word('account', 'account_id') : undefined) ??
    (behind && accountOfHost(urlOf(behind)?.hostname ?? ''))
  )
}

function read(address: string, depth: number): string | undefined {
  const found = depth > 0 ? parse(address) : undefined
  return found && readParts(found, depth)
}

function readParts({ host, path, search, hash }: Address, depth: number) {
  const [, first = '', ...others] = path.split('/')
  const rest = others.join('/')
  const behind = (next: string) => read(next, depth - 1)
  const service: Record<string, () => string | undefined> = {
    '': () => root({ host, search, hash }, behind),
    iam: () => iam(rest, search, hash),
    iamv2: () => iam(rest, search, hash),
    s3: () => s3Address(rest, search, hash),
    cloudtrail: () => cloudTrailAddress(search, hash),
    cloudtrailv2: () => cloudTrailAddress(search, hash),
    console: () => consolePage(host, path, search),
    switchrole: () => switchRoleAddress(search, behind),
    oauth: () => throughSignIn({ host, search, hash }, behind),
    signin: () => throughSignIn({ host, search, hash }, behind),
    federation: () => throughSignIn({ host, search, hash }, behind),
    saml: () => pb.signIn(),
    logout: () => pb.signIn(),
    'access-analyzer': () => pb.accessAnalyzer(),
    home: () => (/^index\.jsp/i.test(rest) ? simulatorAddress(hash) : undefined),
    go: () => goView(rest, search),
    start: () => accessPortal(hash, behind),
  }
  const name = first.toLowerCase()
  return Object.hasOwn(service, name) ? service[name]?.() : undefined
}

const iam = (rest: string, search: string, hash: string) => {
  const inside = rest.replace(/^(?:v2\/)?home\b\/?/, '')
  return iamAddress(hash.replace(/^#+/, '') ? hash : inside, search)
}

type ReadOther = (address: string) => string | undefined

function root(parts: Omit<Address, 'path'>, behind: ReadOther) {
  const { host, search, hash } = parts
  if (isSignInHost(host)) return throughSignIn(parts, behind)
  if (isSimulatorHost(host)) return simulatorAddress(hash)
  if (isS3Host(host)) return s3Address('', search, hash)
  return hash.replace(/^#+\/?/, '') ? undefined : pb.consoleHome()
}

function consolePage(host: string, path: string, search: string) {
  if (/^\/console\/logout/i.test(path)) return pb.signIn()
  const isHome = /^\/console\/home\b/i.test(path)
  return isSignInHost(host) && !isHome
    ? accountSignIn(host, path, search)
    : pb.consoleHome()
}

function goView(rest: string, search: string) {
  const arn =
    readParameters(search).word('arn') ?? decodeFully(rest.replace(/^view\/?/i, ''))
  return arn ? addressOfArn(arn) : undefined
}

/** The portal of IAM Identity Center sends one to an account, and further to a page of it. */
function accessPortal(hash: string, behind: ReadOther) {
  const query = hash.slice(hash.indexOf('?') + 1)
  const destination = readParameters(query).url('destination')
  return destination ? behind(destination) : pb.consoleHome()
}
