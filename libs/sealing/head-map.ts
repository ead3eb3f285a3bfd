import { headLeaf, inHeadOrder, type StreamHead } from '#libs/proof/heads';
import { rootOf, treeOf, type Hash, type NodeReader } from '#libs/proof/tree';

/** The tree over the last entries of all streams, in the order of the map. */
export interface HeadMap {
  readonly heads: readonly StreamHead[];
  readonly nodes: NodeReader;
  readonly root: Hash;
}

export function headMapOf(heads: readonly StreamHead[]): HeadMap {
  const ordered = [...heads].sort(inHeadOrder);
  const nodes = treeOf(ordered.map(headLeaf));
  return { heads: ordered, nodes, root: rootOf(nodes, ordered.length) };
}
