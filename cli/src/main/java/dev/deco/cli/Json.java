package dev.deco.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.deco.internal.weaver.findings.Finding;
import dev.deco.internal.weaver.findings.ScopePlan;
import dev.deco.internal.weaver.findings.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The reports for programs. The keys are told in {@code docs/command-line.md} and stay as they are. */
final class Json {
  private static final int VERSION = 1;

  private Json() {}

  static String plans(Program program, List<ScopePlan> plans) {
    SourceText sources = new SourceText(program);
    return document(program, "scopes", plans.stream().map(plan -> scope(plan, sources)).toList());
  }

  static String findings(Program program, List<Finding> findings) {
    return document(program, "findings", findings.stream().map(Json::finding).toList());
  }

  private static Map<String, Object> scope(ScopePlan plan, SourceText sources) {
    Map<String, Object> scope = new LinkedHashMap<>();
    scope.put("class", plan.className());
    scope.put("method", plan.method());
    scope.put("descriptor", plan.descriptor());
    scope.put("file", plan.sourceFile());
    scope.put("steps", plan.steps().stream().map(step -> step(step, plan, sources)).toList());
    return scope;
  }

  private static Map<String, Object> step(Step step, ScopePlan plan, SourceText sources) {
    String source = sources.line(plan.className(), plan.sourceFile(), step.line());
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("line", step.line());
    values.put("kind", step.kind().name().toLowerCase(Locale.ROOT));
    values.put("what", step.what());
    values.put("why", step.why());
    values.put("source", source == null ? null : source.strip());
    return values;
  }

  private static Map<String, Object> finding(Finding finding) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("code", finding.code());
    values.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
    values.put("class", finding.className());
    values.put("file", finding.sourceFile());
    values.put("line", finding.line());
    values.put("cause", finding.cause());
    values.put("cure", finding.cure());
    return values;
  }

  private static String document(Program program, String key, List<?> values) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("version", VERSION);
    document.put("target", program.target());
    document.put(key, values);
    try {
      return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e); // maps, lists, strings and numbers
    }
  }
}
