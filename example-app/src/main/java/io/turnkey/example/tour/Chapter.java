package io.turnkey.example.tour;

/** One thing that the tour shows. */
interface Chapter {
    /** Shows it. */
    void tell(Scene scene);
}
