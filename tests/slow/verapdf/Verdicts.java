import java.io.File;
import java.util.List;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Asks veraPDF about many files in one run, since starting Java costs more than a check.
 *
 * Arguments: profiles parted by commas (ua1,2a), then files. Writes a line per file and profile and a line per place
 * where a rule is broken, each of fields parted by tabs:
 *
 *   verdict, file, profile, "kept" or "broken", number of checks made
 *   breach, file, profile, clause and number of the rule, what the rule says, where
 */
public final class Verdicts {
    private static final int PLACES_PER_RULE = 5;

    private Verdicts() {
    }

    public static void main(String[] arguments) throws Exception {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        List<String> profiles = List.of(arguments[0].split(","));
        for (String file : List.of(arguments).subList(1, arguments.length)) {
            for (String profile : profiles) {
                print(file, profile, check(new File(file), PDFAFlavour.byFlavourId(profile)));
            }
        }
    }

    private static ValidationResult check(File file, PDFAFlavour flavour) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour);
                PDFAValidator validator =
                        Foundries.defaultInstance().createValidator(flavour, PLACES_PER_RULE, false, true, false)) {
            return validator.validate(parser);
        }
    }

    private static void print(String file, String profile, ValidationResult result) {
        String outcome = result.isCompliant() ? "kept" : "broken";
        line("verdict", file, profile, outcome, String.valueOf(result.getTotalAssertions()));
        for (TestAssertion one : result.getTestAssertions()) {
            if (one.getStatus() == TestAssertion.Status.FAILED) {
                String rule = one.getRuleId().getClause() + "-" + one.getRuleId().getTestNumber();
                line("breach", file, profile, rule, one.getMessage(), one.getLocation().getContext());
            }
        }
    }

    private static void line(String... fields) {
        StringBuilder text = new StringBuilder();
        for (String field : fields) {
            text.append(text.length() == 0 ? "" : "\t").append(field.replaceAll("\\s+", " "));
        }
        System.out.println(text);
    }
}
