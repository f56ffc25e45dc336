// Opens a file in Gephi, runs ForceAtlas 2, and saves the preview with its labels as SVG, for PNG needs a screen.
import java.awt.Font;
import java.io.File;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.io.exporter.api.ExportController;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.EdgeMergeStrategy;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.layout.plugin.forceAtlas2.ForceAtlas2;
import org.gephi.layout.plugin.forceAtlas2.ForceAtlas2Builder;
import org.gephi.preview.api.PreviewController;
import org.gephi.preview.api.PreviewProperties;
import org.gephi.preview.api.PreviewProperty;
import org.gephi.preview.types.EdgeColor;
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
        importer.process(container, new DefaultProcessor(), projects.getCurrentWorkspace());
        GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel();

        ForceAtlas2 layout = new ForceAtlas2Builder().buildLayout();
        layout.setGraphModel(model);
        layout.resetPropertiesValues();
        layout.setScalingRatio(40.0);
        layout.setStrongGravityMode(true);
        layout.setGravity(0.08);
        layout.initAlgo();
        for (int step = 0; step < 3000 && layout.canAlgo(); step++) {
            if (step == 2000) layout.setAdjustSizes(true);
            layout.goAlgo();
        }
        layout.endAlgo();

        PreviewProperties shown = Lookup.getDefault().lookup(PreviewController.class).getModel().getProperties();
        shown.putValue(PreviewProperty.SHOW_NODE_LABELS, true);
        shown.putValue(PreviewProperty.NODE_LABEL_PROPORTIONAL_SIZE, false);
        shown.putValue(PreviewProperty.NODE_LABEL_FONT, new Font("SansSerif", Font.PLAIN, 12));
        shown.putValue(PreviewProperty.NODE_LABEL_OUTLINE_SIZE, 3f);
        shown.putValue(PreviewProperty.EDGE_COLOR, new EdgeColor(EdgeColor.Mode.ORIGINAL));
        shown.putValue(PreviewProperty.EDGE_OPACITY, 60f);
        Lookup.getDefault().lookup(ExportController.class).exportFile(new File(arguments[1]));
        System.exit(0);
    }
}
