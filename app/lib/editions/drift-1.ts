/**
 * A console that was redesigned over night: the same pages in other words, another order and
 * another dress. Whoever goes by place finds everything, whoever goes by name does not.
 */
import 'virtual:understudy-drift.css'
import './drift-1.css'
import type { Edition } from '../words'
import { drift1Words as words } from './drift-1-words'

const reversed = <T>(items: readonly T[]) => items.toReversed()

/** The name of a row stays in reach, behind what stood next to it. */
const secondFirst = <T>(items: readonly T[]) => [
  ...items.slice(1, 2),
  ...items.slice(0, 1),
  ...items.slice(2),
]

export const drift1: Edition = {
  words,
  arrange: { navigation: reversed, columns: secondFirst, buttons: reversed },
}
