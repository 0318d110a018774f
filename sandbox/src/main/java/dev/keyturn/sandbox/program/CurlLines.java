package dev.keyturn.sandbox.program;

import dev.keyturn.sandbox.running.RunningSandbox;
import dev.keyturn.sandbox.state.identity.MfaDevice;
import dev.keyturn.sandbox.state.identity.User;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What a person pastes who wants a code or the file of a key: control calls for curl. */
record CurlLines(RunningSandbox sandbox) {

  /** Prints a code of the first user with a device that has codes; none without one. */
  List<String> code() {
    return users()
        .filter(owned -> owned.devices().stream().map(MfaDevice::codes).anyMatch(Objects::nonNull))
        .limit(1)
        .map(owned -> curl("code/" + owned.user().name(), ""))
        .toList();
  }

  /** Saves the key of the first user without a device, else of the first with a key. */
  List<String> keyFile() {
    List<Owned> withKeys = users().filter(owned -> !owned.user().accessKeys().isEmpty()).toList();
    return Stream.concat(
            withKeys.stream().filter(owned -> owned.devices().isEmpty()), withKeys.stream())
        .limit(1)
        .map(owned -> owned.user().name())
        .map(name -> curl("csv/" + name, " -o " + name + "_accessKeys.csv"))
        .toList();
  }

  private record Owned(User user, List<MfaDevice> devices) {}

  private Stream<Owned> users() {
    return sandbox.state().accounts().stream()
        .flatMap(account ->
            account.users().stream().map(user -> new Owned(user, account.devicesOf(user))));
  }

  private String curl(String path, String rest) {
    Path bundle = sandbox.caBundle();
    String trust = bundle == null ? "" : " --cacert \"" + bundle + '"';
    String header = " -H " + word("Authorization: Bearer " + sandbox.controlToken()) + " ";
    return "curl -s" + trust + header + sandbox.controlUrl() + "/" + path + rest;
  }

  /** In double quotes, which every shell has, unless some would read the text between them. */
  private static String word(String text) {
    return text.matches("[^\"$`\\\\!%]*")
        ? '"' + text + '"'
        : "'" + text.replace("'", "'\\''") + "'";
  }
}
