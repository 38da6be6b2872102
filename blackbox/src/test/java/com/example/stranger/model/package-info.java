/** Each model of the application once, by its generated methods: what the same check needs to run on all of them. */
package com.example.stranger.model;
