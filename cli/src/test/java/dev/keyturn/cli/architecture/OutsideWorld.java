package dev.keyturn.cli.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.util.regex.Pattern;

/**
 * An access that reaches out of the program by itself, where a test could put nothing in its place.
 */
final class OutsideWorld extends DescribedPredicate<JavaAccess<?>> {

  private static final Pattern NAMES =
      Pattern.compile(
          String.join(
              "|",
              "java\\.time\\.\\w+\\.now\\((java\\.time\\.ZoneId)?\\)",
              "java\\.time\\.(Clock|InstantSource)\\.(system|tick)\\w*\\(.*\\)",
              "java\\.lang\\.System\\.(in|out|err|(console|exit|getenv|getProperty|getProperties|currentTimeMillis|nanoTime)\\(.*\\))",
              "java\\.lang\\.(ProcessBuilder\\.<init>|Runtime\\.getRuntime|Math\\.random)\\(.*\\)",
              "java\\.nio\\.file\\.Files\\..*",
              "java\\.nio\\.channels\\.\\w+Channel\\.open\\(.*\\)",
              "java\\.io\\.(File(Input|Output)Stream|File(Reader|Writer)|RandomAccessFile|PrintWriter)\\.<init>\\(.*(String|File).*\\)",
              "java\\.security\\.SecureRandom\\.(<init>|getInstance\\w*)\\(.*\\)",
              "java\\.util\\.(Random\\.<init>|UUID\\.randomUUID|concurrent\\.ThreadLocalRandom\\.current)\\(.*\\)",
              "java\\.net\\.((Server)?Socket\\.<init>|URL\\.open\\w+|InetAddress\\.get\\w*|http\\.HttpClient\\.new\\w+)\\(.*\\)"));

  OutsideWorld() {
    super("the outside world");
  }

  @Override
  public boolean test(JavaAccess<?> access) {
    return NAMES.matcher(access.getTarget().getFullName()).matches();
  }
}
