package dev.keyturn.cli.adapter.token;

import dev.keyturn.domain.failure.StoreFailure;
import dev.keyturn.domain.text.ShellCommand;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.InvalidParameterException;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the slot of a token by its label. Java's provider identifies slots only by number, which
 * changes with the reader that a token is inserted into; but with {@code showInfo} the provider
 * prints the label of the token that it opens.
 *
 * @see <a href="https://docs.oracle.com/en/java/javase/25/security/pkcs11-reference-guide1.html">
 *     PKCS#11 Reference Guide, configuration attributes</a>
 */
final class TokenSlots {

  private static final String PROVIDER = "SunPKCS11";
  private static final String SLOTS = "Slots with tokens: ";
  private static final String LABEL = "  label: ";

  private final TokenAddress address;
  private final String place;

  /** Looks for {@code address}, called {@code place} in messages. */
  TokenSlots(TokenAddress address, String place) {
    this.address = address;
    this.place = place;
  }

  /**
   * The provider of the token.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code StoreFailure.Unavailable} when the
   *     library cannot be used or no token has that label
   */
  Provider find() {
    Described first = describe("slotListIndex = 0");
    List<Described> all = new ArrayList<>(List.of(first));
    for (String slot : first.slots()) {
      all.add(describe("slot = " + slot));
    }
    List<String> labels = new ArrayList<>();
    for (Described token : all) {
      Provider provider = token.provider();
      if (provider != null && token.label().equals(address.label())) {
        return provider;
      }
      if (!token.label().isEmpty() && !labels.contains(token.label())) {
        labels.add(token.label());
      }
    }
    if (!first.text().contains(SLOTS)) {
      throw unavailable("its library " + address.module() + " cannot be used: " + first.problem());
    }
    throw unavailable(
        labels.isEmpty()
            ? "no token is plugged in"
            : "no token has this label; found: " + String.join(", ", labels));
  }

  /**
   * The provider of a slot and its output.
   *
   * @param provider the provider; null for an uninitialised token or a broken library
   * @param text its output
   * @param problem why there is no provider
   */
  private record Described(@Nullable Provider provider, String text, String problem) {

    String label() {
      return after(LABEL);
    }

    List<String> slots() {
      String numbers = after(SLOTS);
      return numbers.isEmpty() ? List.of() : List.of(numbers.split(", ", -1));
    }

    private String after(String name) {
      return text.lines()
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(name.length()).strip())
          .findFirst()
          .orElse("");
    }
  }

  private Described describe(String slot) {
    Provider base = Security.getProvider(PROVIDER);
    if (base == null) {
      throw unavailable("this Java does not support PKCS #11");
    }
    String settings =
        "--name = keyturn\nlibrary = \""
            + address.module()
            + "\"\n"
            + slot
            + "\nshowInfo = true\n"
            + "attributes(*, CKO_SECRET_KEY, *) = {\n  CKA_SENSITIVE = true\n"
            + "  CKA_EXTRACTABLE = false\n  CKA_PRIVATE = true\n  CKA_SIGN = true\n}\n";
    return printed(base, settings);
  }

  /** The provider prints to standard output, which is reserved for the command's result. */
  private synchronized Described printed(Provider base, String settings) {
    PrintStream real = System.out;
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try (PrintStream caught = new PrintStream(text, true, StandardCharsets.UTF_8)) {
      System.setOut(caught);
      Provider provider = base.configure(settings);
      return new Described(provider, text.toString(StandardCharsets.UTF_8), "");
    } catch (ProviderException | InvalidParameterException | UnsupportedOperationException e) {
      return new Described(null, text.toString(StandardCharsets.UTF_8), reason(e));
    } finally {
      System.setOut(real);
    }
  }

  private static String reason(Throwable failure) {
    Throwable last = failure;
    while (last.getCause() != null) {
      last = last.getCause();
    }
    return String.valueOf(last.getMessage());
  }

  private RuntimeException unavailable(String why) {
    return new StoreFailure.Unavailable(
            place, why, "plug the token in, then: " + ShellCommand.of("keyturn", "store", "status"))
        .exception();
  }
}
