/* Validates PDF files with veraPDF, several standards at once: Validate FLAVOUR[,FLAVOUR...] FILE...
   A line for each file and standard: name, flavour, checks made, then each rule that failed with its first message.
   Exit status 1 where a file failed or could not be read. */
import java.io.File;
import java.io.FileInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

public class Validate {
  public static void main(String[] given) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, Runtime.getRuntime().availableProcessors()));
    List<Future<String>> found = new ArrayList<>();
    for (int n = 1; n < given.length; n++) {
      for (String flavour : given[0].split(",")) {
        String file = given[n];
        found.add(threads.submit((Callable<String>) () -> checked(new File(file), PDFAFlavour.byFlavourId(flavour))));
      }
    }
    boolean failed = false;
    for (Future<String> one : found) {
      String line = one.get();
      failed |= line.split("\t").length > 3;
      System.out.println(line);
    }
    threads.shutdown();
    System.exit(failed ? 1 : 0);
  }

  private static String checked(File file, PDFAFlavour flavour) {
    Map<String, String> failures = new TreeMap<>();
    long checks = 0;
    try (PDFAParser parser = Foundries.defaultInstance().createParser(new FileInputStream(file), flavour)) {
      PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false);
      ValidationResult result = validator.validate(parser);
      checks = result.getTotalAssertions();
      for (TestAssertion one : result.getTestAssertions()) {
        if (one.getStatus() == TestAssertion.Status.FAILED) {
          String rule = one.getRuleId().getClause() + "-" + one.getRuleId().getTestNumber();
          failures.putIfAbsent(rule, one.getMessage().replaceAll("\\s+", " "));
        }
      }
      if (!result.isCompliant() && failures.isEmpty()) failures.put("?", "not compliant");
    } catch (Exception fault) {
      failures.put("?", fault.toString().replaceAll("\\s+", " "));
    }
    StringBuilder line = new StringBuilder(file.getName() + "\t" + flavour.getId() + "\t" + checks);
    failures.forEach((rule, said) -> line.append("\t").append(rule).append(" ").append(said));
    return line.toString();
  }
}
