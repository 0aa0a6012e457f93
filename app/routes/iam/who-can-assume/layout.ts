import { Graph, layout } from '@dagrejs/dagre'
import type { Assumption } from '~/data/assumptions'
import { type Entity, entityOf, idOf } from './entity'

/** Pixels. */
export const NODE = { width: 210, height: 56 }

export type Point = { x: number; y: number }

export type Placed = Entity & Point

/** Everybody once, and each arrow by ID, drawn around who stands in its way. */
export type Layout = { entities: Placed[]; paths: Map<string, string> }

const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 })

/** A line through points, its corners rounded. */
export function pathThrough(points: readonly Point[]) {
  const [first, ...rest] = points
  const last = rest.at(-1)
  if (!first || !last) return ''
  const bends = rest.slice(0, -1).map((point, index) => {
    const end = middle(point, rest[index + 1] ?? last)
    return `Q ${point.x} ${point.y} ${end.x} ${end.y}`
  })
  return [`M ${first.x} ${first.y}`, ...bends, `L ${last.x} ${last.y}`].join(' ')
}

/** Who assumes stands to the left of what is assumed. */
export function arrange(assumptions: readonly Assumption[]): Layout {
  const graph = new Graph()
  graph.setGraph({ rankdir: 'LR', nodesep: 16, ranksep: 140 })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const { from, to } of assumptions) {
    graph.setNode(from, { ...NODE })
    graph.setNode(to, { ...NODE })
    graph.setEdge(from, to)
  }
  layout(graph)
  const entities = graph.nodes().map((id) => {
    const { x, y } = graph.node(id)
    return { ...entityOf(id), x: x - NODE.width / 2, y: y - NODE.height / 2 }
  })
  const paths = assumptions.map((each): [string, string] => [
    idOf(each),
    pathThrough(graph.edge(each.from, each.to).points ?? []),
  ])
  return { entities, paths: new Map(paths) }
}
