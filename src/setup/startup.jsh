import java.time.*;
import org.ejml.simple.SimpleMatrix;
import org.knowm.xchart.*;
import tech.tablesaw.api.*;
import static org.backshadow.Backshadow.*;
org.backshadow.notebook.Notebook.install();
