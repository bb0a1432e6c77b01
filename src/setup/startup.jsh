import java.time.*;
import static org.backshadow.Backshadow.*;
