package dev.keyturn.sandbox.login;

import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.json.Json;
import dev.keyturn.sandbox.json.JsonException;

/**
 * What a tool sends to {@code /v1/token}. Of code, redirect URI, verifier and refresh token, those
 * that do not belong to the grant type are empty.
 *
 * @param grantType {@code authorization_code} or {@code refresh_token}
 */
record TokenRequest(
    String clientId,
    String grantType,
    String code,
    String redirectUri,
    String codeVerifier,
    String refreshToken) {

  /**
   * Reads the body of a request.
   *
   * @throws AwsError INVALID_REQUEST
   */
  static TokenRequest parse(String body) {
    Json.Obj json = object(body);
    String grantType = text(json, "grantType");
    if (grantType.equals("refresh_token")) {
      return new TokenRequest(
          text(json, "clientId"), grantType, "", "", "", text(json, "refreshToken"));
    }
    if (!grantType.equals("authorization_code")) {
      throw LoginSessions.invalid("The grant type must be authorization_code or refresh_token");
    }
    String verifier = text(json, "codeVerifier");
    if (!verifier.matches("[A-Za-z0-9\\-._~]{43,128}")) {
      throw LoginSessions.invalid("The code verifier must have 43 to 128 unreserved characters");
    }
    String redirectUri = json.get("redirectUri") == null ? "" : text(json, "redirectUri");
    return new TokenRequest(
        text(json, "clientId"), grantType, text(json, "code"), redirectUri, verifier, "");
  }

  private static Json.Obj object(String body) {
    try {
      if (Json.parse(body) instanceof Json.Obj object) {
        return object;
      }
    } catch (JsonException e) {
      throw LoginSessions.invalid("The body is not valid JSON");
    }
    throw LoginSessions.invalid("The body is not a JSON object");
  }

  private static String text(Json.Obj json, String name) {
    if (json.get(name) instanceof Json.Str text && !text.value().isEmpty()) {
      return text.value();
    }
    throw LoginSessions.invalid("The request has no " + name);
  }
}
