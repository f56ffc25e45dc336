// Runs a file of Cypher in a new Neo4j whose Browser can be opened, and says where.
import java.nio.file.Files;
import java.nio.file.Path;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.harness.Neo4j;
import org.neo4j.harness.Neo4jBuilders;
import org.neo4j.server.configuration.ServerSettings;

class Server {
    public static void main(String[] arguments) throws Exception {
        Neo4j server = Neo4jBuilders.newInProcessBuilder()
            .withConfig(GraphDatabaseSettings.auth_enabled, false)
            .withConfig(ServerSettings.allow_telemetry, false)
            .build();
        for (String statement : Files.readString(Path.of(arguments[0])).split("(?<=;)\n"))
            server.defaultDatabaseService().executeTransactionally(statement);
        System.out.println("PORTS " + server.httpURI().getPort() + " " + server.boltURI().getPort());
        Thread.sleep(Long.MAX_VALUE);
    }
}
