// Prints as JSON what Gephi's own importer finds in a file, with the edges it keeps if parallel ones are not merged.
import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.gephi.graph.api.*;
import org.gephi.io.importer.api.*;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.openide.util.Lookup;

public class Gephi {
    public static void main(String[] arguments) throws Exception {
        ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
        projects.newProject();
        ImportController importer = Lookup.getDefault().lookup(ImportController.class);
        Container container = importer.importFile(new File(arguments[0]));
        container.getLoader().setEdgesMergeStrategy(EdgeMergeStrategy.NO_MERGE);
        container.getLoader().setAutoScale(false);
        List<String> issues = new ArrayList<>();
        container.getReport().getIssues(1000).forEachRemaining(issue -> issues.add(issue.getMessage()));
        importer.process(container, new DefaultProcessor(), projects.getCurrentWorkspace());
        GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel();
        Graph graph = model.getGraph();
        StringBuilder out = new StringBuilder("{\"directed\":" + model.isDirected() + ",\"dynamic\":" + model.isDynamic() + ",\"issues\":[");
        for (int i = 0; i < issues.size(); i++) out.append(i == 0 ? "" : ",").append(text(issues.get(i)));
        out.append("],\"nodes\":[");
        String between = "";
        for (Node node : graph.getNodes().toArray()) {
            out.append(between).append("[").append(text(node.getId())).append(",").append(row(node));
            out.append(",").append(text(String.format("#%06x", node.getRGBA() & 0xffffff))).append(",").append(node.size()).append("]");
            between = ",";
        }
        out.append("],\"edges\":[");
        between = "";
        for (Edge edge : graph.getEdges().toArray()) {
            out.append(between).append("[").append(text(edge.getId())).append(",").append(text(edge.getSource().getId()));
            out.append(",").append(text(edge.getTarget().getId())).append(",").append(row(edge)).append("]");
            between = ",";
        }
        new PrintStream(System.out, true, StandardCharsets.UTF_8).println("JSON" + out.append("]}"));
        System.exit(0);
    }

    private static String row(Element element) {
        StringBuilder out = new StringBuilder("{\"label\":" + text(element.getLabel()));
        for (Column column : element.getAttributeColumns()) {
            Object value = element.getAttribute(column);
            if (value == null || column.getTitle().equalsIgnoreCase("label") || column.getTitle().equalsIgnoreCase("id")) continue;
            boolean plain = value instanceof Number || value instanceof Boolean;
            out.append(",").append(text(column.getTitle())).append(":").append(plain ? value.toString() : text(value));
        }
        return out.append("}").toString();
    }

    private static String text(Object value) {
        if (value == null) return "null";
        StringBuilder out = new StringBuilder("\"");
        for (char sign : value.toString().toCharArray()) {
            if (sign < 32 || sign == '"' || sign == '\\' || sign > 126) out.append(String.format("\\u%04x", (int) sign));
            else out.append(sign);
        }
        return out.append("\"").toString();
    }
}
