import '@xyflow/react/dist/style.css'
import {
  Background,
  BaseEdge,
  Controls,
  type Edge,
  type EdgeProps,
  Handle,
  MarkerType,
  type Node,
  type NodeProps,
  Position,
  ReactFlow,
} from '@xyflow/react'
import { useMemo } from 'react'
import type { Assumption } from '~/data/assumptions'
import { type Entity, idOf, kindNames, sentence } from './entity'
import { arrange, type Layout, NODE } from './layout'

type EntityNode = Node<{ entity: Entity }, 'entity'>
type ArrowEdge = Edge<{ path: string }, 'arrow'>

type Props = {
  assumptions: readonly Assumption[]
  chosen: string | undefined
  onChoose: (id: string | undefined) => void
}

const nodeTypes = { entity: EntityBox }
const edgeTypes = { arrow: Arrow }

const toNodes = ({ entities }: Layout): EntityNode[] =>
  entities.map(({ x, y, ...entity }) => ({
    id: entity.id,
    type: 'entity',
    position: { x, y },
    ...NODE,
    data: { entity },
    ariaLabel: `${kindNames[entity.kind]} ${entity.name}`,
  }))

const toEdges = (
  assumptions: readonly Assumption[],
  { paths }: Layout,
  chosen: string | undefined
): ArrowEdge[] =>
  assumptions.map((each) => ({
    id: idOf(each),
    type: 'arrow',
    source: each.from,
    target: each.to,
    data: { path: paths.get(idOf(each)) ?? '' },
    selected: idOf(each) === chosen,
    className: each.allowed ? 'u-map-edge' : 'u-map-edge u-map-edge-refused',
    markerEnd: { type: MarkerType.ArrowClosed },
    ariaLabel: sentence(each),
  }))

/** Who assumes on the left, what is assumed on the right; an arrow for each that was decided. */
export function TrustPicture({ assumptions, chosen, onChoose }: Props) {
  const layout = useMemo(() => arrange(assumptions), [assumptions])
  const nodes = useMemo(() => toNodes(layout), [layout])
  const edges = useMemo(
    () => toEdges(assumptions, layout, chosen),
    [assumptions, layout, chosen]
  )
  return (
    <section className="u-map" aria-label="Picture of who can assume what">
      <ReactFlow
        // another set of entities is another picture, seen as a whole
        key={nodes.map(({ id }) => id).join(' ')}
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        fitView
        fitViewOptions={{ minZoom: 0.4, maxZoom: 1 }}
        minZoom={0.1}
        nodesDraggable={false}
        nodesConnectable={false}
        deleteKeyCode={null}
        onEdgesChange={(changes) => {
          for (const change of changes)
            if (change.type === 'select' && change.selected) onChoose(change.id)
        }}
        onEdgeClick={(_, { id }) => onChoose(id)}
        onPaneClick={() => onChoose(undefined)}
      >
        <Background />
        <Controls showInteractive={false} />
      </ReactFlow>
    </section>
  )
}

function EntityBox({ data: { entity } }: NodeProps<EntityNode>) {
  const { kind, name, account } = entity
  return (
    <div className={`u-map-node u-map-${kind}`} title={entity.id}>
      <Handle type="target" position={Position.Left} isConnectable={false} />
      <strong>{name}</strong>
      <small>
        {kindNames[kind]}
        {account && kind !== 'account' ? ` · ${account}` : ''}
      </small>
      <Handle type="source" position={Position.Right} isConnectable={false} />
    </div>
  )
}

function Arrow({ data, markerEnd }: EdgeProps<ArrowEdge>) {
  return <BaseEdge path={data?.path ?? ''} {...(markerEnd ? { markerEnd } : {})} />
}
