/**
 * Views of collections that tasks get in place of the originals: a {@link View} of each kind extends the original's class
 * and leaves the work to the {@link Changes} of its task, which are compared and made on the {@link Origin} in the task's
 * turn. {@link Faces} chooses the class.
 */
package dev.deco.internal.views;
