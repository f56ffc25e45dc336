// Prints as JSON what graphology, the reader of Gephi Lite, finds in a file of GEXF or GraphML.
import { readFileSync } from "node:fs";
import graphology from "graphology";
import gexf from "graphology-gexf";
import graphml from "graphology-graphml";

const [file] = process.argv.slice(2);
const reader = file.endsWith(".gexf") ? gexf : graphml;
const graph = reader.parse(graphology.MultiGraph, readFileSync(file, "utf-8"), { addMissingNodes: false });
const nodes = graph.mapNodes((id, attributes) => [id, attributes]);
const edges = graph.mapEdges((id, attributes, source, target) => [id, source, target, attributes]);
console.log(JSON.stringify({ type: graph.type, nodes, edges }));
