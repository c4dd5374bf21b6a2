package dev.parlance.catalog.jobs;

/** Receives jobs that have ended, once the end is committed. */
public interface JobEndListener {

    /** Never throws: the job has ended. */
    void ended(Job job);
}
