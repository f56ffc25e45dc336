// Imports a folder with Neo4j's own importer, or runs a file of Cypher twice, and prints what is in the database as JSON.
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.*;
import java.util.stream.*;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.dbms.api.*;
import org.neo4j.graphdb.*;
import org.neo4j.importer.ImportCommand;
import org.neo4j.cli.ExecutionContext;

public class Neo4j {
    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[0]), home = Files.createTempDirectory("neo4j");
        boolean folder = Files.isDirectory(file);
        if (folder) {
            Path conf = Files.createDirectories(home.resolve("conf"));
            Files.createFile(conf.resolve("neo4j.conf"));
            var command = new ImportCommand.Full(new ExecutionContext(home, conf));
            int code = new picocli.CommandLine(command).execute(
                "neo4j", "--nodes=" + file.resolve("nodes.csv"), "--relationships=" + file.resolve("relationships.csv"),
                "--id-type=string", "--multiline-fields=true", "--array-delimiter=U+001F", "--overwrite-destination",
                "--report-file=" + home.resolve("report"));
            if (code != 0) System.exit(code);
        }
        DatabaseManagementService service = new DatabaseManagementServiceBuilder(home).build();
        GraphDatabaseService database = service.database("neo4j");
        if (!folder) {
            String[] statements = Files.readString(file).split("(?<=;)\n");
            for (int twice = 0; twice < 2; twice++) for (String statement : statements) database.executeTransactionally(statement);
        }
        StringBuilder out = new StringBuilder("{\"nodes\":[");
        try (Transaction read = database.beginTx()) {
            String between = "";
            for (Node node : read.getAllNodes().stream().toList()) {
                String labels = StreamSupport.stream(node.getLabels().spliterator(), false).map(Label::name).sorted().map(Neo4j::json).collect(Collectors.joining(","));
                out.append(between).append("[[").append(labels).append("],").append(map(node)).append("]");
                between = ",";
            }
            out.append("],\"edges\":[");
            between = "";
            for (Relationship edge : read.getAllRelationships().stream().toList()) {
                out.append(between).append("[").append(json(edge.getType().name())).append(",").append(json(edge.getStartNode().getProperty("id")));
                out.append(",").append(json(edge.getEndNode().getProperty("id"))).append(",").append(map(edge)).append("]");
                between = ",";
            }
        }
        service.shutdown();
        System.out.println("JSON" + out.append("]}"));
        System.exit(0);
    }

    private static String map(Entity entity) {
        return entity.getAllProperties().entrySet().stream().map(e -> json(e.getKey()) + ":" + json(e.getValue())).collect(Collectors.joining(",", "{", "}"));
    }

    private static String json(Object value) {
        if (value instanceof Number || value instanceof Boolean) return value.toString();
        if (value.getClass().isArray())
            return IntStream.range(0, java.lang.reflect.Array.getLength(value)).mapToObj(i -> json(java.lang.reflect.Array.get(value, i))).collect(Collectors.joining(",", "[", "]"));
        StringBuilder out = new StringBuilder("\"");
        for (char sign : value.toString().toCharArray())
            out.append(sign < 32 || sign == '"' || sign == '\\' || sign > 126 ? String.format("\\u%04x", (int) sign) : sign);
        return out.append("\"").toString();
    }
}
