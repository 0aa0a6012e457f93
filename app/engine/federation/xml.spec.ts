import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalize } from './canonical'
import { publicKeyOf } from './certificate'
import { readMetadata } from './metadata'
import { createTestIdentityProvider } from './test-identity-provider'
import { attributeOf, onlyChild, parseXml, textOf, XmlError } from './xml'

const canonical = (text: string) => canonicalize(parseXml(text))

describe('reading XML', () => {
  test('text and attributes, with their references', () => {
    const root = parseXml(
      `\uFEFF<?xml version="1.0" encoding="utf-8"?>\n<a b='"&amp;' c="&#65;&#x1F600;">1&lt;2\r\n3</a >\n`
    )
    expect(attributeOf(root, 'b')).toBe('"&')
    expect(attributeOf(root, 'c')).toBe('A😀')
    expect(textOf(root)).toBe('1<2\n3')
  })

  test('namespaces, those of an element and those around it', () => {
    const root = parseXml('<p:a xmlns:p="urn:1" xmlns="urn:2"><b xml:lang="en"/></p:a>')
    expect(root.namespace).toBe('urn:1')
    const child = onlyChild(root, 'urn:2', 'b')
    expect(child?.attributes[0]?.namespace).toBe('http://www.w3.org/XML/1998/namespace')
    expect(onlyChild(root, 'urn:1', 'b')).toBeUndefined()
  })

  test.each([
    ['nothing', ''],
    ['text', 'a'],
    ['half an element', '<a>'],
    ['elements that cross', '<a><b></a></b>'],
    ['another prefix at the end', '<p:a xmlns:p="urn:1" xmlns:q="urn:1"></q:a>'],
    ['two roots', '<a/><b/>'],
    ['a comment', '<a><!-- --></a>'],
    ['CDATA', '<a><![CDATA[x]]></a>'],
    ['a processing instruction', '<a><?x?></a>'],
    ['a document type', '<!DOCTYPE a><a/>'],
    ['an entity', '<a>&x;</a>'],
    ['an ampersand', '<a>&</a>'],
    ['a reference to nothing', '<a>&#0;</a>'],
    ['a reference beyond Unicode', '<a>&#x110000;</a>'],
    ['half a character', '<a>\uD800</a>'],
    ['a control character', '<a>\u0001</a>'],
    ['an attribute without quotes', '<a b=c/>'],
    ['an attribute without a value', '<a b/>'],
    ['an attribute twice', '<a b="1" b="2"/>'],
    ['an attribute twice by namespace', '<a xmlns:p="u" xmlns:q="u" p:b="1" q:b="2"/>'],
    ['attributes that run into each other', '<a b="1"c="2"/>'],
    ['an angle in a value', '<a b="<"/>'],
    ['an unknown prefix', '<p:a/>'],
    ['an unknown prefix of an attribute', '<a p:b="1"/>'],
    ['a prefix without a namespace', '<a xmlns:p=""/>'],
    ['the prefix of XML', '<a xmlns:xml="urn:x"/>'],
    ['the namespace of XML', '<a xmlns:p="http://www.w3.org/XML/1998/namespace"/>'],
    ['another encoding', '<?xml version="1.0" encoding="latin1"?><a/>'],
    ['too deep a nest', `${'<a>'.repeat(99)}${'</a>'.repeat(99)}`],
  ])('refuses %s', (_, text) => {
    expect(() => parseXml(text)).toThrow(XmlError)
  })

  test('refuses or reads whatever it is given', () => {
    const parts = fc.constantFrom(
      '<',
      '>',
      '</',
      '/>',
      'a',
      ':',
      '=',
      '"',
      "'",
      ' ',
      '&amp;',
      '&',
      'xmlns',
      '!--',
      '?',
      ']]>',
      'é'
    )
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 30 }), (list) => {
        try {
          const root = parseXml(list.join(''))
          expect(canonical(canonicalize(root))).toBe(canonicalize(root))
        } catch (error) {
          expect(error).toBeInstanceOf(XmlError)
        }
      }),
      { numRuns: 2000, seed: 1 }
    )
  })

  test('takes no more time for long text than it is long', () => {
    const long = `<a b="${'x'.repeat(90_000)}">${'&amp;'.repeat(9_000)}</a>`
    expect(textOf(parseXml(long))).toHaveLength(9_000)
  })
})

// https://www.w3.org/TR/xml-exc-c14n/
describe('the canonical form', () => {
  test.each([
    ['an empty element is opened and closed', '<a/>', '<a></a>'],
    ['attributes stand in order', '<a c="1" b="2"/>', '<a b="2" c="1"></a>'],
    [
      'attributes are ordered by namespace, not by prefix',
      '<a xmlns:p="urn:2" xmlns:q="urn:1" p:x="1" q:x="2" y="3"/>',
      '<a xmlns:p="urn:2" xmlns:q="urn:1" y="3" q:x="2" p:x="1"></a>',
    ],
    ['quotes are double', "<a b='\"'/>", '<a b="&quot;"></a>'],
    ['white space in a tag goes', '<a\n  b="1"  ></a >', '<a b="1"></a>'],
    [
      'white space by reference stays',
      '<a b="&#9;&#10;&#13; \t">&#13;</a>',
      '<a b="&#x9;&#xA;&#xD;  ">&#xD;</a>',
    ],
    ['an angle in text is written out', '<a>></a>', '<a>&gt;</a>'],
    [
      'namespaces that are not used are left out',
      '<a xmlns:p="urn:1" xmlns:q="urn:2"><p:b/></a>',
      '<a><p:b xmlns:p="urn:1"></p:b></a>',
    ],
    [
      'a namespace is declared where it is first used, and not again',
      '<p:a xmlns:p="urn:1"><p:b xmlns:p="urn:1"><p:c/></p:b></p:a>',
      '<p:a xmlns:p="urn:1"><p:b><p:c></p:c></p:b></p:a>',
    ],
    [
      'a default namespace can be taken back',
      '<a xmlns="urn:1"><b xmlns=""/></a>',
      '<a xmlns="urn:1"><b xmlns=""></b></a>',
    ],
    ['the XML declaration goes', '<?xml version="1.0"?><a/>', '<a></a>'],
  ])('%s', (_, text, expected) => {
    expect(canonical(text)).toBe(expected)
    expect(canonical(expected)).toBe(expected)
  })
})

describe('metadata', () => {
  const metadata = createTestIdentityProvider().metadata('https://a&b')

  test('names the provider and its key', () => {
    expect(readMetadata(metadata)).toEqual({
      entityId: 'https://a&b',
      keys: [expect.any(Uint8Array)],
    })
  })

  test('a key without a use will do, and so will several', () => {
    const both = metadata
      .replace(' use="signing"', '')
      .replace(/<md:KeyDescriptor>.*<\/md:KeyDescriptor>/, '$&$&')
    expect(readMetadata(both)?.keys).toHaveLength(2)
  })

  test.each([
    ['no XML', 'x'],
    ['another document', '<a/>'],
    ['no entity', metadata.replace(/ entityID="[^"]*"/, '')],
    ['a service provider', metadata.replaceAll('IDPSSODescriptor', 'SPSSODescriptor')],
    ['no key', metadata.replace(/<ds:KeyInfo.*<\/ds:KeyInfo>/, '')],
    ['a certificate that is none', metadata.replace(/MIID[^<]*/, 'AAAA')],
    ['half a certificate', metadata.replace(/(MIID.{200})[^<]*/, '$1')],
  ])('is refused where it is %s', (_, text) => {
    expect(readMetadata(text)).toBeUndefined()
  })

  test.each([
    ['nothing', []],
    ['a tag alone', [0x30]],
    ['a length without end', [0x30, 0x80]],
    ['a length too long to be true', [0x30, 0x84, 1, 1, 1, 1]],
    ['another tag', [0x31, 0]],
    ['nothing inside', [0x30, 0]],
    ['something else inside', [0x30, 2, 2, 0]],
    ['an inside that overflows', [0x30, 4, 0x30, 2, 2, 9]],
    ['no key', [0x30, 4, 0x30, 2, 2, 0]],
    ['something after it', [0x30, 0, 0]],
  ])('has no key in a certificate with %s', (_, bytes) => {
    expect(publicKeyOf(Uint8Array.from(bytes))).toBeUndefined()
  })
})
