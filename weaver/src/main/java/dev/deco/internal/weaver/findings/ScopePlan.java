package dev.deco.internal.weaver.findings;

import java.util.List;

/**
 * The plan of one synchronized method as a reader sees it: its steps in line order.
 *
 * @param className the class, with dots
 * @param descriptor the method's descriptor
 * @param sourceFile the simple name of the source file, or {@code null} where the class file does not say
 */
public record ScopePlan(String className, String method, String descriptor, String sourceFile, List<Step> steps) {}
