import java.io.File;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.model.*;
import org.semanticweb.owlapi.profiles.*;

/** Prints the violations of OWL 2 DL and OWL 2 RL in one ontology file, one per line. */
public class Profiles {
    public static void main(String[] args) throws Exception {
        OWLOntology o = OWLManager.createOWLOntologyManager()
            .loadOntologyFromOntologyDocument(new File(args[0]));
        System.out.println("axioms " + o.getAxiomCount());
        for (OWLProfile p : new OWLProfile[] {new OWL2DLProfile(), new OWL2RLProfile()})
            for (OWLProfileViolation v : p.checkOntology(o).getViolations())
                System.out.println(p.getName() + ": " + v);
    }
}
