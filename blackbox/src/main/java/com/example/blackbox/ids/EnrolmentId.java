package com.example.blackbox.ids;

import java.io.Serializable;
import java.util.Objects;

public class EnrolmentId implements Serializable {
    private static final long serialVersionUID = 1L;

    private Long studentId;
    private String course;

    public EnrolmentId() {}

    public EnrolmentId(Long studentId, String course) {
        this.studentId = studentId;
        this.course = course;
    }

    public Long getStudentId() {
        return studentId;
    }

    public void setStudentId(Long studentId) {
        this.studentId = studentId;
    }

    public String getCourse() {
        return course;
    }

    public void setCourse(String course) {
        this.course = course;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EnrolmentId id
                && Objects.equals(studentId, id.studentId)
                && Objects.equals(course, id.course);
    }

    @Override
    public int hashCode() {
        return Objects.hash(studentId, course);
    }

    @Override
    public String toString() {
        return studentId + "/" + course;
    }
}
